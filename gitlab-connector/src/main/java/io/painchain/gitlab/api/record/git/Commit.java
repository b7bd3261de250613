package io.painchain.gitlab.api.record.git;

import java.time.Instant;
import java.util.List;

/** Names people, no users. {@code stats} come only where they are asked for. */
public record Commit(String id, String title, String message, String authorName, String authorEmail, Instant authoredDate,
        Instant committedDate, String webUrl, Stats stats, List<String> parentIds) {

    public Commit {
        parentIds = parentIds == null ? List.of() : parentIds;
    }

    public record Stats(Integer additions, Integer deletions, Integer total) {
    }

    public boolean merge() {
        return parentIds.size() > 1;
    }
}
