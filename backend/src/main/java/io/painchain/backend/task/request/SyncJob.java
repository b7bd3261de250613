package io.painchain.backend.task.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jetbrains.annotations.Nullable;

import io.painchain.model.task.TaskProgress;

/**
 * How what a user asked for goes: the answer of {@code GET /api/integrations/{id}/sync}.
 *
 * @param taskId {@code null} where nobody ever asked, or so long ago that it is forgotten
 * @param percent 0 to 100; {@code null} where the connector cannot tell
 * @param counts e.g. {@code created}, {@code updated}, {@code unchanged}
 * @param error why it failed, or {@code null}
 */
public record SyncJob(@Nullable String taskId, State state, @Nullable Instant requestedAt, @Nullable Instant startedAt,
        @Nullable Instant finishedAt, @Nullable Integer percent,
        @Nullable Long done, @Nullable Long total, @Nullable String note, @Nullable Map<String, Long> counts,
        @Nullable List<TaskProgress.Repository> repositories,
        @Nullable String error) {

    public enum State {
        /** Nobody asked. */
        idle,
        queued,
        running,
        done,
        /** Also where it was cancelled or given up; {@code error} says which. */
        failed
    }
}
