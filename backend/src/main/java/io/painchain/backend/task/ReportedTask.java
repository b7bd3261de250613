package io.painchain.backend.task;

import java.util.UUID;

/**
 * Which task a connector reports on.
 *
 * @param tenantId what its call named, or {@code null}
 * @param attempt {@code null} for the newest
 */
public record ReportedTask(UUID id, String type, String tenantId, Integer attempt) {
}
