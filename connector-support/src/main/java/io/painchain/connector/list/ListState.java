package io.painchain.connector.list;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where a crawl of a list stands.
 *
 * @param url the first page's address, which the ETag belongs to
 * @param etag of the first page as it was when everything on it had been stored
 * @param watermark the newest moment seen; what is older than it, less a margin, is known ground. {@code null}: never read
 * @param readAt when it was last read without relying on the ETag
 * @param seen what lies within the margin and is stored already, by id, with its moment in epoch seconds
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ListState(String url, String etag, Instant watermark, Instant readAt, Map<String, Long> seen) {

    public static final ListState UNREAD = new ListState(null, null, null, null, Map.of());

    public ListState {
        seen = seen == null ? Map.of() : Map.copyOf(seen);
    }

    /** As if nothing had been read since the beginning of time. */
    public static ListState sinceEver() {
        return since(Instant.EPOCH);
    }

    /** As if nothing had been read since that moment. */
    public static ListState since(Instant moment) {
        return new ListState(null, null, moment.plus(ListCrawl.MARGIN), null, Map.of());
    }

    /** Whether a moment lies beyond known ground. */
    public boolean isNews(Instant moment) {
        return neverRead() || !moment.isBefore(watermark.minus(ListCrawl.MARGIN));
    }

    public boolean neverRead() {
        return watermark == null;
    }

    /** Without what only saves work: reading starts afresh, but still ends at known ground. */
    public ListState forgetTags() {
        return new ListState(null, null, watermark, null, Map.of());
    }
}
