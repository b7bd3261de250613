package io.painchain.backend.task.request;

import java.time.Instant;
import java.util.List;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** How a backfill goes, and what of: the answer of {@code GET /api/integrations/{id}/backfill}. */
public record BackfillJob(@JsonUnwrapped SyncJob job, @Nullable Instant from, @Nullable Instant to,
        @Nullable List<String> kinds) {
}
