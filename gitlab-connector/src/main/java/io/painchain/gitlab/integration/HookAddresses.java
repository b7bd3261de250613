package io.painchain.gitlab.integration;

import java.io.IOException;

import io.painchain.connector.cycle.HookAddress;
import io.painchain.gitlab.webhook.HookPayload;
import io.painchain.gitlab.webhook.OtherEvents;
import io.painchain.model.task.WebhookInput.Delivery;

/** Finds the project that a delivery tells of. */
final class HookAddresses {

    private HookAddresses() {
    }

    /** Of a group's events, such as a new member, no project knows. */
    static HookAddress of(Delivery delivery) {
        try {
            HookPayload payload = HookPayload.of(delivery);
            return payload.project().isEmpty() ? HookAddress.none(OtherEvents.reason(payload))
                    : new HookAddress(payload.project(), payload.projectId(), null);
        } catch (IOException | RuntimeException e) {
            return HookAddress.none("Its payload cannot be read: " + e.getMessage());
        }
    }
}
