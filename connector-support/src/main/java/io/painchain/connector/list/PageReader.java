package io.painchain.connector.list;

import java.net.URI;
import java.time.Instant;

import io.painchain.connector.detail.Details;

public interface PageReader {

    URI url(String path);

    /** @param etag {@code null}: unconditional; a {@code null} envelope: the answer is the list */
    <T> Page<T> page(URI url, String etag, String envelope, Class<T> type);

    /** Whether this poll ignores its ETags; to be called once per poll. */
    boolean readsWhole(String list, Instant lastTime);

    Details details();

    /** How many pages of a list are read at once, at most. */
    default int pages() {
        return ListCrawl.PAGES;
    }

    /** The newest moment that is wanted of lists that can be read from there on; {@code null}: all. */
    default Instant until() {
        return null;
    }

    /** Whether the repository's name led to another, as after a rename. */
    boolean moved();

    /** The server's clock as of its last answer. */
    Instant answeredAt();
}
