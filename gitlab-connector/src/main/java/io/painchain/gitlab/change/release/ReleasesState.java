package io.painchain.gitlab.change.release;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.PageTag;

/**
 * {@code floor}: older ones were out of the first sync's reach, or null; {@code readAt}: last read without the ETag, or null.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReleasesState(PageTag page, Instant floor, Instant readAt) {

    static final ReleasesState UNREAD = new ReleasesState(null, null, null);

    ReleasesState forgetTags() {
        return new ReleasesState(null, floor, readAt);
    }

    boolean wants(Instant createdAt) {
        return floor == null || !createdAt.isBefore(floor);
    }
}
