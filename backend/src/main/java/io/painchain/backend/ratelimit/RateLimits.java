package io.painchain.backend.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.model.integration.RateLimitReport;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

@Singleton
class RateLimits {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int AT_ONCE = 5_000;

    private final RateLimitRepository repository;
    private final IntegrationDirectory directory;
    private final RepeatedTransaction transaction;
    private final ObjectMapper mapper;
    private final Clock clock;

    RateLimits(RateLimitRepository repository, IntegrationDirectory directory, RepeatedTransaction transaction,
            ObjectMapper mapper, Clock clock) {
        this.repository = repository;
        this.directory = directory;
        this.transaction = transaction;
        this.mapper = mapper;
        this.clock = clock;
    }

    void track(IntegrationReference integration, RateLimitReport report) {
        var forecasts = new TreeMap<String, String>();
        if (report.forecast() != null) {
            report.forecast().forEach((resource, forecast) -> forecasts.put(resource, json(forecast)));
        }
        transaction.call(() -> {
            directory.hold(integration);
            repository.put(integration, report.tokenHash(), report.limits(), Map.copyOf(forecasts), clock.instant());
            return null;
        });
    }

    @AllTenants
    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        var before = clock.instant().minus(KEPT);
        int removed;
        do {
            removed = transaction.call(() -> repository.removeSome(before, AT_ONCE));
        } while (removed == AT_ONCE);
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("What was read as JSON can be written as JSON", e);
        }
    }
}
