package io.painchain.backend.integration.metric;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.backend.database.AllTenants;
import io.painchain.backend.integration.secret.SecretVault;
import io.painchain.model.integration.IntegrationStatus;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Counted every 30 s, not per scrape; every backend reports the same database. */
@Singleton
@Startup
class IntegrationGauges {

    private final IntegrationGaugeRepository statistics;
    private final SecretVault vault;
    private final Map<IntegrationStatus, AtomicLong> byStatus = new EnumMap<>(IntegrationStatus.class);
    private final AtomicLong stale;
    private final AtomicLong rejected;
    private final AtomicLong secretsOfOtherKeys;

    IntegrationGauges(IntegrationGaugeRepository statistics, SecretVault vault, MeterRegistry registry) {
        this.statistics = statistics;
        this.vault = vault;
        for (var status : IntegrationStatus.values()) {
            var count = new AtomicLong();
            byStatus.put(status, count);
            Gauge.builder("painchain.integrations", count, AtomicLong::get).tag("status", status.name())
                    .description("Integrations of all tenants by status").register(registry);
        }
        stale = gauge(registry, "painchain.integrations.stale", "Enabled integrations of which no connector reports");
        rejected = gauge(registry, "painchain.rejected.drafts", "Drafts and records that are set aside");
        secretsOfOtherKeys = gauge(registry, "painchain.integrations.secrets.outdated",
                "Integrations whose secrets the keyset's primary key did not encrypt; prune no key while there are any");
    }

    @AllTenants
    @Scheduled(every = "30s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void count() {
        statistics.integrations().forEach((status, count) -> byStatus.get(status).set(count));
        stale.set(statistics.stale());
        rejected.set(statistics.rejectedDrafts());
        secretsOfOtherKeys.set(statistics.withSecretsOfOtherKeys(vault.currentPrefix()));
    }

    private static AtomicLong gauge(MeterRegistry registry, String name, String description) {
        var count = new AtomicLong();
        Gauge.builder(name, count, AtomicLong::get).description(description).register(registry);
        return count;
    }
}
