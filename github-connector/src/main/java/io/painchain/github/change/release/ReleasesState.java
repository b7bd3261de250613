package io.painchain.github.change.release;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.PageTag;

/** {@code floor}: older ones were out of the first sync's reach, or null; {@code readAt}: last read without ETags, or null. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReleasesState(List<PageTag> pages, Instant floor, Instant readAt) {

    static final ReleasesState UNREAD = new ReleasesState(List.of(), null, null);

    public ReleasesState {
        pages = pages == null ? List.of() : List.copyOf(pages);
    }

    ReleasesState forgetTags() {
        return new ReleasesState(List.of(), floor, readAt);
    }
}
