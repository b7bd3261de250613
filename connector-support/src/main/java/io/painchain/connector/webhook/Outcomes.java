package io.painchain.connector.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookOutput.Outcome;
import io.painchain.model.task.WebhookOutput.State;
import io.painchain.model.validation.Limits;

/** What becomes of deliveries, in the contract's words. */
public final class Outcomes {

    /** A provider's lists may lag behind its webhooks. */
    private static final List<Duration> AGAIN_AFTER = List.of(Duration.ofSeconds(1), Duration.ofSeconds(3),
            Duration.ofSeconds(10));

    private Outcomes() {
    }

    public static Outcome mapped(Delivery delivery, List<String> events) {
        return new Outcome(delivery.id(), State.mapped, null, null, events);
    }

    public static Outcome ignored(Delivery delivery, String reason) {
        return new Outcome(delivery.id(), State.ignored, sentence(reason), null, null);
    }

    /** The next poll tells it. */
    public static Outcome leftToThePoll(Delivery delivery, String reason) {
        return new Outcome(delivery.id(), State.deferred, sentence(reason), null, null);
    }

    /** Again after 1, 3 and 10 seconds; then it is left to the poll. */
    public static Outcome later(Delivery delivery, String reason, Instant now) {
        Instant notBefore = delivery.attempt() > AGAIN_AFTER.size() ? null
                : now.plus(AGAIN_AFTER.get(Math.max(1, delivery.attempt()) - 1));
        return new Outcome(delivery.id(), State.deferred, sentence(reason), notBefore, null);
    }

    private static String sentence(String reason) {
        String clean = reason.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > Limits.ERROR ? clean.substring(0, Limits.ERROR - 1) + "…" : clean;
    }
}
