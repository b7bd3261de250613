package io.painchain.backend.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.scheduler.Scheduled;
import io.vertx.ext.web.RoutingContext;

/** Requests under way, so that streams and whoever waits for tasks end with the key, the session or the membership. */
@Singleton
public class OpenRequests {

    /** So that who ends their own key or session still hears that it is done. */
    private static final long GRACE_MILLIS = 250;
    /** Longer than anybody takes to prove who they are. */
    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    private final Clock clock;
    /** By the id of the key, session or user. */
    private final Map<UUID, Map<RoutingContext, Open>> open = new ConcurrentHashMap<>();
    /** What ended lately: who began to prove who they are before that comes too late. */
    private final Map<UUID, End> ends = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();

    OpenRequests(Clock clock) {
        this.clock = clock;
    }

    /** @param tenantId {@code null} where the caller belongs to none */
    private record Open(String tenantId, Instant expiresAt) {
    }

    private record End(long number, Instant at) {
    }

    /** @return what {@link #add} is to be given, of the moment before anything is read of a caller */
    public long begin() {
        return count.get();
    }

    /** @param id of what lets the caller in; its end ends the request, even where that was since {@code begin} */
    public void add(UUID id, Caller caller, RoutingContext request, long begin) {
        open.compute(id, (same, before) -> {
            var requests = before == null ? new ConcurrentHashMap<RoutingContext, Open>() : before;
            requests.put(request, new Open(caller.tenantId(), caller.expiresAt()));
            return requests;
        });
        request.addEndHandler(ended -> remove(id, request));
        var end = ends.get(id);
        if (end != null && end.number() > begin) {
            close(request);
        }
    }

    void end(@Observes CallerEnded caller) {
        if (caller.id() == null) {
            open.keySet().forEach(this::end);
        } else {
            end(caller.id());
        }
    }

    private void end(UUID id) {
        ends.put(id, new End(count.incrementAndGet(), clock.instant()));
        var ended = open.remove(id);
        if (ended != null) {
            ended.keySet().forEach(OpenRequests::close);
        }
    }

    public void endOfTenant(String tenantId) {
        open.values().forEach(requests -> requests.forEach((request, one) -> {
            if (tenantId.equals(one.tenantId())) {
                close(request);
            }
        }));
    }

    @Scheduled(every = "5s", delayed = "5s")
    void closeExpired() {
        var now = clock.instant();
        ends.values().removeIf(end -> end.at().plus(REMEMBERED).isBefore(now));
        open.values().forEach(requests -> requests.forEach((request, one) -> {
            if (one.expiresAt() != null && !one.expiresAt().isAfter(now)) {
                close(request);
            }
        }));
    }

    private static void close(RoutingContext request) {
        request.vertx().setTimer(GRACE_MILLIS, timer -> {
            if (!request.response().ended()) {
                request.request().connection().close();
            }
        });
    }

    private void remove(UUID id, RoutingContext request) {
        open.computeIfPresent(id, (same, before) -> {
            before.remove(request);
            return before.isEmpty() ? null : before;
        });
    }
}
