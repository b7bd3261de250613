package io.painchain.simulator.gitlab.api;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.painchain.simulator.gitlab.limit.Quota;
import io.painchain.simulator.http.Headers;
import io.painchain.simulator.http.HttpDate;
import io.painchain.simulator.http.HttpResponse;

/** The headers that GitLab sends with every answer, and those of its limits. */
final class ResponseHeaders {

    private final Clock clock;
    private final AtomicLong requests = new AtomicLong();

    ResponseHeaders(Clock clock) {
        this.clock = clock;
    }

    void general(HttpResponse response) {
        set(response, "Server", "nginx");
        set(response, "Date", HttpDate.of(clock.instant()));
        set(response, "Cache-Control", "max-age=0, private, must-revalidate");
        set(response, "Vary", "Origin");
        String id = String.format("01SIM%021d", requests.incrementAndGet());
        set(response, "X-Request-Id", id);
        set(response, "X-Gitlab-Meta", "{\"correlation_id\":\"" + id + "\",\"version\":\"1\"}");
        set(response, "X-Runtime", "0.042000");
    }

    /** The limit is scaled to a minute, what remains is of the real period. */
    void quota(HttpResponse response, Quota quota) {
        set(response, "RateLimit-Limit", "" + quota.limitPerMinute());
        set(response, "RateLimit-Name", "throttle_authenticated_api");
        set(response, "RateLimit-Observed", "" + quota.used());
        set(response, "RateLimit-Remaining", "" + quota.remaining());
        set(response, "RateLimit-Reset", "" + quota.resetAt().getEpochSecond());
    }

    void retryAfter(HttpResponse response, Quota quota) {
        set(response, "Retry-After", "" + Math.max(1, Duration.between(clock.instant(), quota.resetAt()).toSeconds()));
    }

    /** What an answer says by itself stays. */
    private static void set(HttpResponse response, String name, String value) {
        Headers headers = response.headers();
        if (headers.get(name) == null) {
            headers.set(name, value);
        }
    }
}
