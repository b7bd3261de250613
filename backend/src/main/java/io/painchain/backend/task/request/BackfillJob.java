package io.painchain.backend.task.request;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** How a backfill goes, and what of: the answer of {@code GET /api/integrations/{id}/backfill}. */
public record BackfillJob(@JsonUnwrapped SyncJob job, Instant from, Instant to, List<String> kinds) {
}
