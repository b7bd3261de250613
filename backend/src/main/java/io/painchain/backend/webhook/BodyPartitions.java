package io.painchain.backend.webhook;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** A partition of bodies for each day, made before the day begins. */
@Singleton
public class BodyPartitions {

    private static final int DAYS_AHEAD = 2;

    private final BodyPartitionRepository repository;
    private final RepeatedTransaction transaction;
    private final Clock clock;
    private final Set<LocalDate> made = ConcurrentHashMap.newKeySet();

    BodyPartitions(BodyPartitionRepository repository, RepeatedTransaction transaction, Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void make() {
        var today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        today.datesUntil(today.plusDays(DAYS_AHEAD + 1)).forEach(this::ensure);
    }

    public void ensure(LocalDate day) {
        if (!made.contains(day)) {
            transaction.callAsOwner(() -> repository.make(day));
            made.add(day);
        }
    }

    public boolean drop(LocalDate day) {
        made.remove(day);
        return transaction.callAsOwner(() -> repository.drop(day));
    }
}
