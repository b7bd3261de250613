package io.painchain.connector.list;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * @param etag of the first page, {@code url}, when everything on it had been stored
 * @param watermark newest moment seen; what is older, less a margin, is known ground. {@code null}: never read
 * @param readAt when it was last read without the ETag
 * @param seen stored items within the margin, by id, in epoch seconds
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ListState(String url, String etag, Instant watermark, Instant readAt, Map<String, Long> seen) {

    public static final ListState UNREAD = new ListState(null, null, null, null, Map.of());

    public ListState {
        seen = seen == null ? Map.of() : Map.copyOf(seen);
    }

    public static ListState sinceEver() {
        return since(Instant.EPOCH);
    }

    public static ListState since(Instant moment) {
        return new ListState(null, null, moment.plus(ListCrawl.MARGIN), null, Map.of());
    }

    public boolean isNews(Instant moment) {
        return neverRead() || !moment.isBefore(watermark.minus(ListCrawl.MARGIN));
    }

    public boolean neverRead() {
        return watermark == null;
    }

    /** Drops what only saves work; reading still ends at known ground. */
    public ListState forgetTags() {
        return new ListState(null, null, watermark, null, Map.of());
    }
}
