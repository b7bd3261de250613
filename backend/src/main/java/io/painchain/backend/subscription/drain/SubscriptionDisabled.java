package io.painchain.backend.subscription.drain;

import java.time.Instant;
import java.util.UUID;

/** Fired when an endpoint is given up, so that it is told elsewhere. */
public record SubscriptionDisabled(String tenantId, UUID id, String name, String reason, Instant at) {
}
