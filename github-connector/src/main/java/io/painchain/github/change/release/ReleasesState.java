package io.painchain.github.change.release;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.PageTag;

/**
 * Where the releases stand. Their list is ordered by the age of the tagged commits, so a new one may turn up on any page.
 *
 * @param pages all of them
 * @param floor releases that came about before are older than what the first sync took; {@code null}: none are
 * @param readAt when they were last read without relying on ETags; {@code null}: never read
 */
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
