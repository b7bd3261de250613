package io.painchain.backend.task;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.painchain.backend.database.DatabaseScope;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Polls until a result or a timeout. Holds neither thread nor connection between polls. */
@Singleton
public class LongPoll {

    private final TaskSignals signals;
    private final DatabaseScope scope;

    LongPoll(TaskSignals signals, DatabaseScope scope) {
        this.signals = signals;
        this.scope = scope;
    }

    /**
     * @param look runs at once on the caller's thread, then after each signal of the topic
     * @return empty at the timeout
     */
    public <T> Uni<Optional<T>> until(String topic, Duration atMost, Supplier<Optional<T>> look) {
        return look(topic, System.nanoTime() + atMost.toNanos(), scope.kept(look));
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
        return Uni.createFrom().completionStage(waiter.signalled())
                .ifNoItem().after(Duration.ofNanos(left)).recoverWithItem(false)
                .eventually(waiter::leave)
                .emitOn(Infrastructure.getDefaultExecutor())
                .chain(() -> look(topic, deadline, look));
    }
}
