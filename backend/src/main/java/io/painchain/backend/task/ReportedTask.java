package io.painchain.backend.task;

import java.util.UUID;

/** A tenant where the call named one; without an attempt the newest. */
public record ReportedTask(UUID id, String type, String tenantId, Integer attempt) {
}
