package io.painchain.backend.webhook.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.painchain.backend.problem.ProblemType;

/** Each backend counts what it receives itself; the bytes of a day are looked up once, so that a restart forgets none. */
@Singleton
class TenantCaps {

    private static final int MOST_TENANTS = 10_000;

    private final DeliveryRepository repository;
    private final InboxConfig config;
    private final Clock clock;
    private final Map<String, Used> used = new ConcurrentHashMap<>();

    TenantCaps(DeliveryRepository repository, InboxConfig config, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    /** @param isFull whether the day's bytes were used up before this one */
    private record Used(Instant minute, int count, Instant day, long bytes, boolean isFull) {
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem rate-limited, saying when there is room again */
    void count(String tenantId, int bytes) {
        var now = clock.instant();
        if (used.size() >= MOST_TENANTS) {
            used.clear();
        }
        var after = used.compute(tenantId, (tenant, before) -> counted(tenant, before, now, bytes));
        if (after.count() > config.perMinute()) {
            throw full("in a minute", Duration.between(now, after.minute().plus(1, ChronoUnit.MINUTES)));
        }
        if (after.isFull()) {
            throw full("in a day", Duration.between(now, after.day().plus(1, ChronoUnit.DAYS)));
        }
    }

    private Used counted(String tenant, Used before, Instant now, int bytes) {
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        var day = now.truncatedTo(ChronoUnit.DAYS);
        int count = before != null && before.minute().equals(minute) ? before.count() : 0;
        long today = before != null && before.day().equals(day) ? before.bytes() : repository.bytesSince(tenant, day);
        boolean isFull = today >= config.bytesPerDay();
        return new Used(minute, count + 1, day, isFull || count >= config.perMinute() ? today : today + bytes, isFull);
    }

    private static RuntimeException full(String within, Duration left) {
        return ProblemType.RATE_LIMITED.builder("This tenant has received as many webhooks as it may " + within + ".")
                .withHeader("Retry-After", String.valueOf(Math.max(1, left.toSeconds() + 1))).build();
    }
}
