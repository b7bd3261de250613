package io.painchain.github.integration;

import java.io.IOException;
import java.util.Optional;

import io.painchain.connector.cycle.HookAddress;
import io.painchain.github.api.record.hook.HookRepository;
import io.painchain.github.webhook.HookPayload;
import io.painchain.github.webhook.OtherEvents;
import io.painchain.github.webhook.PolledList;
import io.painchain.model.task.WebhookInput.Delivery;

/** Finds the repository that a delivery tells of. */
final class HookAddresses {

    private HookAddresses() {
    }

    /** Of an account's events, such as an App's installation, no repository knows; the poll asks what it may read. */
    static HookAddress of(Delivery delivery) {
        try {
            Optional<PolledList> page = PolledList.of(delivery);
            if (page.isPresent()) {
                return page.get().address();
            }
            HookPayload payload = HookPayload.of(delivery);
            HookRepository repository = payload.repository().orElse(null);
            return repository == null || repository.fullName() == null ? HookAddress.none(OtherEvents.reason(payload))
                    : new HookAddress(repository.fullName(), repository.id(), null);
        } catch (IOException | RuntimeException e) {
            return HookAddress.none("Its payload cannot be read: " + e.getMessage());
        }
    }
}
