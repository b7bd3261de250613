package io.painchain.backend.apikey.request;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.painchain.backend.apikey.KeyEnded;
import io.painchain.backend.apikey.StoredKey;
import io.painchain.backend.operator.TenantSuspended;
import io.quarkus.scheduler.Scheduled;
import io.vertx.ext.web.RoutingContext;

/** Requests under way, so that streams and whoever waits for tasks end with their key. */
@Singleton
class KeyConnections {

    private final Clock clock;
    private final Map<UUID, Open> open = new ConcurrentHashMap<>();

    KeyConnections(Clock clock) {
        this.clock = clock;
    }

    private record Open(String tenantId, Instant expiresAt, Set<RoutingContext> requests) {
    }

    void add(StoredKey key, RoutingContext request) {
        var id = key.key().id();
        open.compute(id, (same, before) -> {
            var now = before == null ? new Open(key.key().tenantId(), key.caller().expiresAt(), ConcurrentHashMap.newKeySet())
                    : before;
            now.requests().add(request);
            return now;
        });
        request.addEndHandler(ended -> remove(id, request));
    }

    void end(@Observes KeyEnded key) {
        close(key.id());
    }

    void end(@Observes TenantSuspended tenant) {
        open.forEach((id, one) -> {
            if (one.tenantId().equals(tenant.tenantId())) {
                close(id);
            }
        });
    }

    private void close(UUID id) {
        var ended = open.remove(id);
        if (ended != null) {
            ended.requests().forEach(request -> request.request().connection().close());
        }
    }

    @Scheduled(every = "5s", delayed = "5s")
    void closeExpired() {
        var now = clock.instant();
        open.forEach((id, one) -> {
            if (one.expiresAt() != null && !one.expiresAt().isAfter(now)) {
                close(id);
            }
        });
    }

    private void remove(UUID id, RoutingContext request) {
        open.computeIfPresent(id, (same, before) -> {
            before.requests().remove(request);
            return before.requests().isEmpty() ? null : before;
        });
    }
}
