package io.painchain.backend.task;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Looks until there is something, or until time is up. Between two looks it holds neither a thread nor a connection. */
@Singleton
public class LongPoll {

    private final TaskSignals signals;

    LongPoll(TaskSignals signals) {
        this.signals = signals;
    }

    /**
     * @param topic what rings when a look may be worth it
     * @param look at the database; the first is at once and on the caller's thread
     * @return what was found; empty where time was up
     */
    public <T> Uni<Optional<T>> until(String topic, Duration atMost, Supplier<Optional<T>> look) {
        return look(topic, System.nanoTime() + atMost.toNanos(), look);
    }

    private <T> Uni<Optional<T>> look(String topic, long deadline, Supplier<Optional<T>> look) {
        var waiter = signals.waiter(topic);
        Optional<T> found;
        try {
            found = look.get();
        } catch (RuntimeException e) {
            waiter.leave();
            throw e;
        }
        long left = signals.isClosing() ? 0 : deadline - System.nanoTime();
        if (found.isPresent() || left <= 0) {
            waiter.leave();
            return Uni.createFrom().item(found);
        }
        return Uni.createFrom().completionStage(waiter.rung())
                .ifNoItem().after(Duration.ofNanos(left)).recoverWithItem(false)
                .eventually(waiter::leave)
                .emitOn(Infrastructure.getDefaultExecutor())
                .chain(() -> look(topic, deadline, look));
    }
}
