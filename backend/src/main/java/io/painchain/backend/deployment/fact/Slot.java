package io.painchain.backend.deployment.fact;

/** Where one version replaces another. */
public record Slot(String tenantId, String project, String environment, String service) {
}
