package io.painchain.connector.list;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One page of a list.
 *
 * @param notModified the server said that nothing changed since the given ETag; there are no items then
 * @param answeredAt the server's clock
 * @param next the following page, {@code null} on the last
 * @param pollInterval how long the server asks to wait before the next poll, {@code null} where it does not say
 * @param totalCount how many the whole list has, where the answer says; else -1
 */
public record Page<T>(boolean notModified, List<T> items, List<Unreadable> unreadable, URI url, String etag,
        Instant answeredAt, URI next, long totalCount,
        Duration pollInterval) {
}
