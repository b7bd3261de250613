package io.painchain.connector.webhook;

import java.util.List;

import io.painchain.model.event.EventDraft;
import io.painchain.model.task.WebhookInput.Delivery;

/**
 * What a delivery's payload alone says now.
 *
 * @param reason a sentence where that is no event, else null
 */
public record Derivation(Delivery delivery, List<EventDraft> drafts, String reason) {

    public static Derivation none(Delivery delivery, String reason) {
        return new Derivation(delivery, List.of(), reason);
    }
}
