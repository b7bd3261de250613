package io.painchain.backend.subscription.drain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.subscription.Endpoint;
import io.painchain.backend.subscription.EndpointSeal;
import io.painchain.backend.subscription.Target;
import io.painchain.backend.subscription.outbox.DueMessage;
import io.painchain.backend.subscription.outbox.OutboxRepository;
import io.painchain.backend.subscription.outbox.OutboxRepository.DueEndpoint;
import io.painchain.backend.subscription.outbox.OutboxRepository.Result;
import io.painchain.backend.subscription.outbox.SubscriptionKey;

/** Takes what is due of an endpoint, and writes down what came of it and what follows for the endpoint. */
@Singleton
class AttemptBook {

    private static final Logger LOG = Logger.getLogger(AttemptBook.class);
    /** A message that alone is refused opens no gate for those that waited. */
    private static final int REALLY_AWAY = 3;
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);
    private static final Duration CHAT_PAUSE = Duration.ofSeconds(1);

    private final OutboxRepository outbox;
    private final EndpointSeal seal;
    private final RepeatedTransaction transaction;
    private final Event<SubscriptionDisabled> disabled;
    private final Clock clock;
    private final RetryDelays delays = new RetryDelays(() -> ThreadLocalRandom.current().nextDouble());

    AttemptBook(OutboxRepository outbox, EndpointSeal seal, RepeatedTransaction transaction,
            Event<SubscriptionDisabled> disabled, Clock clock) {
        this.outbox = outbox;
        this.seal = seal;
        this.transaction = transaction;
        this.disabled = disabled;
        this.clock = clock;
    }

    record Round(SubscriptionKey key, Endpoint endpoint, DueEndpoint known, List<DueMessage> messages, Instant at) {
    }

    List<SubscriptionKey> due() {
        return outbox.due(clock.instant());
    }

    /** One message only of an endpoint that failed last. Empty where nothing is due. */
    Optional<Round> begin(SubscriptionKey key) {
        var now = clock.instant();
        return transaction.call(() -> {
            var known = outbox.endpoint(key).filter(one -> one.notBefore() == null || !one.notBefore().isAfter(now));
            if (known.isEmpty()) {
                return Optional.<Round> empty();
            }
            var endpoint = seal.open(key.tenantId(), key.id(), known.get().sealed());
            var messages = outbox.take(key, known.get().fails() > 0 ? 1 : endpoint.target().atOnce(), now);
            return messages.isEmpty() ? Optional.<Round> empty()
                    : Optional.of(new Round(key, endpoint, known.get(), messages, now));
        });
    }

    /** @param answers one for each message */
    void end(Round round, List<Answer> answers, int millis) {
        var now = clock.instant();
        var reason = transaction.call(() -> {
            for (int i = 0; i < answers.size(); i++) {
                outbox.record(round.key(), result(round, round.messages().get(i), answers.get(i), millis));
            }
            return settle(round, answers, now);
        });
        reason.flatMap(why -> transaction.call(() -> outbox.disable(round.key(), why))
                .map(name -> new SubscriptionDisabled(round.key().tenantId(), round.key().id(), name, why, now)))
                .ifPresent(this::tell);
    }

    private Result result(Round round, DueMessage message, Answer answer, int millis) {
        var again = answer.isGood() ? Optional.<Duration> empty() : delays.after(message.attempt());
        var notBefore = again.map(delay -> round.at().plus(longer(delay, answer.retryAfter()))).orElse(null);
        return new Result(message, round.at(), millis, answer.status(), answer.error(), notBefore, answer.remoteId());
    }

    /** @return why the endpoint is given up */
    private Optional<String> settle(Round round, List<Answer> answers, Instant now) {
        var known = round.known();
        var last = answers.stream().filter(answer -> !answer.isGood()).reduce((one, other) -> other);
        if (last.isEmpty()) {
            boolean isChat = round.endpoint().target() == Target.slack;
            outbox.succeeded(round.key(), now, isChat ? now.plus(CHAT_PAUSE) : null);
            if (known.fails() >= REALLY_AWAY) {
                outbox.hurry(round.key(), now);
            }
            return Optional.empty();
        }
        var answer = last.get();
        boolean isAllBad = answers.stream().noneMatch(Answer::isGood);
        if (!isAllBad) {
            outbox.succeeded(round.key(), now, null);
        }
        int fails = isAllBad ? known.fails() + 1 : 1;
        outbox.failed(round.key(), now, now.plus(longer(delays.rest(fails), answer.retryAfter())));
        if (answer.isGone()) {
            return Optional.of("Its receiver says that it wants no more (410).");
        }
        boolean isGivenUp = isAllBad && known.failingSince() != null
                && !known.failingSince().plus(GIVEN_UP_AFTER).isAfter(now);
        return isGivenUp ? Optional.of("Nothing arrived there for 3 days. The last time: " + answer.error() + ".")
                : Optional.empty();
    }

    private void tell(SubscriptionDisabled what) {
        LOG.warnf("Tenant %s: subscription %s is disabled: %s", what.tenantId(), what.id(), what.reason());
        try {
            disabled.fire(what);
        } catch (RuntimeException e) {
            LOG.warnf("That subscription %s is disabled could not be told as an event: %s", what.id(), e.getMessage());
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return other == null || one.compareTo(other) > 0 ? one : other;
    }
}
