package io.painchain.connector.list;

import java.net.URI;
import java.time.Instant;

import io.painchain.connector.detail.Details;

/** Reads lists of one repository page by page. */
public interface PageReader {

    /** The address of something that belongs to the repository. */
    URI url(String path);

    /**
     * @param etag {@code null}: unconditionally
     * @param envelope the field that holds the list, {@code null} where the answer is the list
     */
    <T> Page<T> page(URI url, String etag, String envelope, Class<T> type);

    /** Whether this poll of a list is not to rely on its ETags; asked once for each. */
    boolean readsWhole(String list, Instant lastTime);

    /** The way to what belongs to a record and is not in its list. */
    Details details();

    /** Whether the repository's name led to another, as it does after a rename. */
    boolean moved();

    /** The server's clock as of its last answer. */
    Instant answeredAt();
}
