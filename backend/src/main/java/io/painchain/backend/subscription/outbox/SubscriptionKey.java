package io.painchain.backend.subscription.outbox;

import java.util.UUID;

public record SubscriptionKey(String tenantId, UUID id) {
}
