package io.painchain.backend.webhook.inbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who may send deliveries of an integration: its own secrets, or one of its webhook configurations.
 *
 * @param configId of the webhook configuration, or {@code null}
 * @param hook the provider's id of the hook, or {@code null}
 * @param repositories lower-case names; empty: any
 * @param events those wanted; empty: all
 * @param values of the integration's configuration, by pointer, that deliveries are matched by
 */
record Sender(String tenantId, UUID integrationId, UUID configId, String hook, List<String> secrets, Set<String> repositories,
        Set<String> events, Map<String, String> values) {

    boolean wants(String event) {
        return events.isEmpty() || event != null && events.contains(event);
    }
}
