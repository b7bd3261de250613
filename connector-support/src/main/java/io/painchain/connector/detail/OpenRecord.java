package io.painchain.connector.detail;

import java.util.Map;

public record OpenRecord(String source, String record, Map<String, String> facts) {
}
