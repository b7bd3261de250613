package io.painchain.connector.kind;

import java.time.Instant;
import java.util.Map;

/** @param marks by name, values that change with anything of that sort; absent where there is nothing */
public record Sight(long repositoryId, String fullName, Map<String, String> marks, Instant answeredAt) {
}
