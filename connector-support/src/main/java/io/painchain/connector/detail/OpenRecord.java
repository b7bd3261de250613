package io.painchain.connector.detail;

import java.util.Map;

/**
 * A record of which details are to be asked for again.
 *
 * @param facts what it takes to draft it anew, where its name is not enough
 */
public record OpenRecord(String source, String record, Map<String, String> facts) {
}
