package io.painchain.backend.apikey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.id.TenantKey;
import io.quarkus.scheduler.Scheduled;

/** When keys were used last, written together from time to time. */
@Singleton
class KeyUse {

    private static final Logger LOG = Logger.getLogger(KeyUse.class);
    private static final Duration EXACT_ENOUGH = Duration.ofHours(1);

    private final KeyUseRepository repository;
    private final Clock clock;
    private final Map<TenantKey, Instant> uses = new ConcurrentHashMap<>();

    KeyUse(KeyUseRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    void note(StoredKey key) {
        var now = clock.instant();
        if (key.lastUsedAt() == null || !key.lastUsedAt().plus(EXACT_ENOUGH).isAfter(now)) {
            uses.put(key.key(), now);
        }
    }

    @AllTenants
    @Scheduled(every = "{painchain.keys.uses}", delayed = "{painchain.keys.uses}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        var batch = Map.copyOf(uses);
        if (batch.isEmpty()) {
            return;
        }
        try {
            repository.write(batch);
            batch.forEach(uses::remove);
        } catch (RuntimeException e) {
            LOG.debugf(e, "When %d keys were used could not be written yet", batch.size());
        }
    }
}
