package io.painchain.gitlab.api.record.ci;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import io.painchain.gitlab.api.record.User;

/** A retry is another job. A bridge starts {@code downstreamPipeline}. */
public record Job(Long id, String name, String stage, String status, String ref, Boolean tag, Boolean allowFailure,
        Instant createdAt, Instant startedAt, Instant finishedAt, Double queuedDuration, String failureReason, String webUrl,
        User user, Runner runner, Pipeline pipeline, Pipeline downstreamPipeline) {

    public Job {
        requireNonNull(id, "id");
        requireNonNull(status, "status");
        requireNonNull(createdAt, "created_at");
    }

    public record Runner(String description) {
    }

    public boolean failed() {
        return "failed".equals(status);
    }

    /** When it failed, as far as is known. */
    public Instant moment() {
        return finishedAt != null ? finishedAt : startedAt != null ? startedAt : createdAt;
    }
}
