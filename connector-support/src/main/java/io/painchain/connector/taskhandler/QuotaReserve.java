package io.painchain.connector.taskhandler;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.painchain.connector.limit.Quota;
import io.painchain.connector.task.TaskAbandonedException;

/** A backfill waits once half of the hour's quota is used: the rest is for polls. */
public record QuotaReserve(Supplier<List<Quota>> quotas, String resource, Clock clock) {

    /** @param goOn called each second with a sentence for the user; throws to end the wait */
    public void await(Consumer<String> goOn) {
        quotas.get().stream().filter(quota -> quota.resource().equals(resource) && quota.remaining() < quota.limit() / 2)
                .map(Quota::resetAt).max(Instant::compareTo)
                .ifPresent(reset -> until(reset, "Waiting until " + reset.truncatedTo(ChronoUnit.SECONDS)
                        + ": half of the quota is left to what happens now", goOn));
    }

    public void until(Instant moment, String why, Consumer<String> goOn) {
        try {
            while (clock.instant().isBefore(moment)) {
                goOn.accept(why);
                TimeUnit.MILLISECONDS.sleep(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskAbandonedException("the connector is stopping");
        }
    }
}
