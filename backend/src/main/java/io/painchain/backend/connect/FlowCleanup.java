package io.painchain.backend.connect;

import java.time.Clock;
import java.time.Duration;

import jakarta.inject.Singleton;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.database.RepeatedTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

@Singleton
class FlowCleanup {

    private static final Duration KEPT = Duration.ofDays(1);

    private final ConnectFlowRepository flows;
    private final RepeatedTransaction transaction;
    private final Clock clock;

    FlowCleanup(ConnectFlowRepository flows, RepeatedTransaction transaction, Clock clock) {
        this.flows = flows;
        this.transaction = transaction;
        this.clock = clock;
    }

    @AllTenants
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    void removeOldFlows() {
        transaction.call(() -> {
            flows.removeOlderThan(clock.instant(), KEPT);
            return true;
        });
    }
}
