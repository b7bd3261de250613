package io.painchain.backend.task;

import java.util.UUID;

/** @param tenantId as stored */
public record TaskKey(String tenantId, UUID id) {
}
