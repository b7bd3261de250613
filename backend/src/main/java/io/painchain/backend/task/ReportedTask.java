package io.painchain.backend.task;

import java.util.UUID;

/**
 * @param tenantId of the call, or {@code null}
 * @param attempt {@code null} for the newest
 */
public record ReportedTask(UUID id, String type, String tenantId, Integer attempt) {
}
