package io.painchain.gitlab.api.record.ci;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;

import io.painchain.gitlab.api.record.User;

/** Lists leave out user, start and end. While a retried one runs again, {@code finishedAt} is the end before. */
public record Pipeline(Long id, Long iid, Long projectId, String sha, String ref, String status, String source,
        Instant createdAt,
        Instant updatedAt, Instant startedAt, Instant finishedAt, String webUrl, String name, Boolean tag, User user,
        Double queuedDuration, String coverage) {

    public static final Set<String> TERMINAL = Set.of("success", "failed", "canceled", "skipped");

    public Pipeline {
        requireNonNull(id, "id");
        requireNonNull(status, "status");
        requireNonNull(createdAt, "created_at");
        updatedAt = updatedAt == null ? createdAt : updatedAt;
    }

    /** The same record as it is to be shown. */
    public Pipeline as(String newStatus) {
        return new Pipeline(id, iid, projectId, sha, ref, newStatus, source, createdAt, updatedAt, startedAt, finishedAt,
                webUrl, name, tag, user, queuedDuration, coverage);
    }

    public boolean ended() {
        return TERMINAL.contains(status);
    }

    /** Its end is then the one before. */
    public boolean runsAgain() {
        return !ended() && finishedAt != null;
    }

    public boolean failed() {
        return "failed".equals(status);
    }

    public Instant began() {
        return startedAt == null ? createdAt : startedAt;
    }
}
