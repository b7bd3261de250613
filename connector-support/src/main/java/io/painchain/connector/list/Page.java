package io.painchain.connector.list;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * @param notModified unchanged since the given ETag; {@code items} is empty then
 * @param next {@code null} on the last page
 * @param pollInterval the wait that the server asks for; {@code null}: none
 * @param totalCount of the whole list; -1 where the answer does not say
 */
public record Page<T>(boolean notModified, List<T> items, List<Unreadable> unreadable, URI url, String etag,
        Instant answeredAt, URI next, long totalCount,
        Duration pollInterval) {

    /** Of a page that shows what the one before showed: nothing of it is news, and what follows is unknown. */
    Page<T> repeated() {
        return new Page<>(notModified, List.of(), List.of(), url, etag, answeredAt, url, totalCount, pollInterval);
    }

    /** The same unless it says itself what follows. */
    public Page<T> leadingTo(URI following) {
        return next != null ? this
                : new Page<>(notModified, items, unreadable, url, etag, answeredAt, following, totalCount, pollInterval);
    }
}
