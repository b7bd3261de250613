package io.painchain.backend.webhook.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

final class WebhookConfigMapper {

    private WebhookConfigMapper() {
    }

    /** @param secret as it is shown */
    static WebhookConfigView toView(WebhookConfig stored, String connector, String secret) {
        return new WebhookConfigView(stored.id.toString(), stored.integrationId.toString(), connector, stored.repository,
                stored.hookId, stored.url, secret, stored.events, stored.active, stored.lastDeliveryAt, stored.registeredAt,
                stored.standing, stored.comparedAt, stored.missing, stored.createdAt,
                stored.updatedAt);
    }

    /** What a merge patch is applied to, with the secret's mask. */
    static ObjectNode toDocument(WebhookConfig stored) {
        var document = JsonNodeFactory.instance.objectNode().put("integration_id", stored.integrationId.toString())
                .put("repository_id", stored.repository).put("webhook_id", stored.hookId).put("webhook_url", stored.url)
                .put("secret", stored.secretMask).put("active", stored.active);
        var events = document.putArray("events");
        stored.events.forEach(events::add);
        return document;
    }
}
