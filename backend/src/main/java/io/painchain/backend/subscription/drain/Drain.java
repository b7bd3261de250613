package io.painchain.backend.subscription.drain;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import org.jboss.logging.Logger;

import io.painchain.backend.subscription.Target;
import io.painchain.backend.subscription.drain.AttemptBook.Round;
import io.painchain.backend.subscription.outbox.SubscriptionKey;

/** Empties each endpoint's queue by itself: one that does not answer keeps no other waiting. */
final class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);

    private final AttemptBook book;
    private final OutgoingClient client;
    private final Executor executor;
    private final Set<SubscriptionKey> busy = ConcurrentHashMap.newKeySet();

    /** @param executor for what is read from and written to the database; nothing waits for an answer there */
    Drain(AttemptBook book, OutgoingClient client, Executor executor) {
        this.book = book;
        this.client = client;
        this.executor = executor;
    }

    void tick() {
        book.due().stream().filter(busy::add).forEach(key -> executor.execute(() -> next(key)));
    }

    boolean isIdle() {
        return busy.isEmpty();
    }

    private void next(SubscriptionKey key) {
        try {
            var round = book.begin(key);
            if (round.isEmpty()) {
                busy.remove(key);
                return;
            }
            long began = System.nanoTime();
            send(round.get()).whenCompleteAsync((answers, failure) -> {
                if (failure == null) {
                    ended(round.get(), answers, (int) ((System.nanoTime() - began) / 1_000_000));
                } else {
                    failed(key, failure);
                }
            }, executor);
        } catch (RuntimeException e) {
            failed(key, e);
        }
    }

    private void ended(Round round, List<Answer> answers, int millis) {
        try {
            book.end(round, answers, millis);
            next(round.key());
        } catch (RuntimeException e) {
            failed(round.key(), e);
        }
    }

    /** The messages are tried again when their minute is over. */
    private void failed(SubscriptionKey key, Throwable failure) {
        busy.remove(key);
        LOG.warnf("Subscription %s is tried again later: %s", key.id(), failure.getMessage());
    }

    private CompletableFuture<List<Answer>> send(Round round) {
        if (round.endpoint().target() == Target.slack) {
            return client.send(Requests.chat(round.endpoint(), round.messages()))
                    .thenApply(answer -> round.messages().stream().map(message -> answer).toList());
        }
        var sent = round.messages().stream()
                .map(message -> client.send(round.endpoint().target() == Target.webhook
                        ? Requests.webhook(round.endpoint(), message, round.at())
                        : Requests.annotation(round.endpoint(), message)))
                .toList();
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .thenApply(done -> sent.stream().map(CompletableFuture::join).toList());
    }
}
