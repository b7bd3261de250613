package io.painchain.backend.subscription.notice;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.event.OwnEvents;
import io.painchain.backend.subscription.drain.SubscriptionDisabled;
import io.painchain.model.event.EventDraft;

/** An event of PainChain's own, which other subscriptions may carry on. */
@Singleton
class DisabledNotice {

    private final OwnEvents events;
    private final RepeatedTransaction transaction;

    DisabledNotice(OwnEvents events, RepeatedTransaction transaction) {
        this.events = events;
        this.transaction = transaction;
    }

    void post(@Observes SubscriptionDisabled what) {
        transaction.call(() -> {
            events.write(what.tenantId(), draft(what));
            return true;
        });
    }

    private static EventDraft draft(SubscriptionDisabled what) {
        return new EventDraft("[Subscription] " + what.name() + " is disabled", "painchain",
                "subscriptions", what.at(), null, "subscription-" + what.id() + "#disabled@" + what.at(), null, what.at(),
                "subscription", what.reason() + " What is missed is sent when it is made active again.", null, null,
                "disabled", null, "subscription:" + what.id(), List.of(), Map.of("subscription_id", what.id().toString()));
    }
}
