package io.painchain.backend.timeline.fanout;

import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.subscription.outbox.SubscriptionKey;

/** For tests, which do not wait for the schedule. */
@Singleton
public class FanOutRuns {

    private final FanOut fanOut;

    FanOutRuns(FanOut fanOut) {
        this.fanOut = fanOut;
    }

    public void run(String tenant, String subscription) {
        fanOut.run(new SubscriptionKey(tenant, UUID.fromString(subscription)));
    }
}
