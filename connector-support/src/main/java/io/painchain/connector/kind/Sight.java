package io.painchain.connector.kind;

import java.time.Instant;
import java.util.Map;

/**
 * What a probe showed of one repository.
 *
 * @param marks by name, what changes whenever something of that sort does; left out where there is nothing
 * @param answeredAt the server's clock
 */
public record Sight(long repositoryId, String fullName, Map<String, String> marks, Instant answeredAt) {
}
