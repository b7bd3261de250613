package io.painchain.gitlab.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.limit.LimitRules;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.limit.RateLimit;
import io.painchain.connector.limit.RateLimit.ResetAt;
import io.painchain.connector.limit.RateLimit.RetryAfter;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.limit.RateLimitBudgets;
import io.painchain.connector.limit.Waiting;

/**
 * A limit of all requests comes with headers, one of an endpoint without; that endpoint is held for a minute. The header
 * {@code RateLimit-Limit} is scaled to a minute, so the quota is what was observed and what remains.
 */
public final class GitLabLimits implements LimitRules {

    public static final String API = "api";

    private static final GitLabLimits RULES = new GitLabLimits();
    private static final Duration HELD = Duration.ofSeconds(60);
    private static final int UNPACED = 10_000_000;

    private GitLabLimits() {
    }

    static LimitRules rules() {
        return RULES;
    }

    public static RateLimitBudget budget(Clock clock, int requestsPerMinute, Waiting waiting) {
        return new RateLimitBudget(RULES, clock, requestsPerMinute, waiting);
    }

    public static RateLimitBudgets budgets(Clock clock, int requestsPerMinute, Waiting waiting) {
        return new RateLimitBudgets(() -> budget(clock, requestsPerMinute, waiting));
    }

    /** No pacing, for simulated time. */
    public static RateLimitBudgets unpaced(Clock clock) {
        return budgets(clock, UNPACED, Waiting.MACHINE);
    }

    @Override
    public String provider() {
        return "GitLab";
    }

    @Override
    public String mainResource() {
        return API;
    }

    @Override
    public int perMinute(String resource, int requestsPerMinute) {
        return requestsPerMinute;
    }

    @Override
    public Duration betweenWrites() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int pointsOfAWrite() {
        return 1;
    }

    @Override
    public String resource(HttpAnswer answer) {
        return API;
    }

    @Override
    public Optional<Quota> quota(HttpAnswer answer) {
        Optional<Long> observed = number(answer, "ratelimit-observed");
        Optional<Long> remaining = number(answer, "ratelimit-remaining");
        Optional<Long> reset = number(answer, "ratelimit-reset");
        if (observed.isEmpty() || remaining.isEmpty() || reset.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Quota(API, whole(observed.get() + remaining.get()), whole(remaining.get()),
                whole(observed.get()), Instant.ofEpochSecond(reset.get())));
    }

    @Override
    public Optional<RateLimit> limit(HttpAnswer answer, Instant now) {
        if (answer.status() != 429) {
            return Optional.empty();
        }
        Optional<Duration> asked = answer.retryAfter(now);
        if (asked.isPresent()) {
            return asked.map(RetryAfter::new);
        }
        boolean ofAll = answer.header("ratelimit-reset").isPresent() || !isJson(answer);
        return Optional.of(ofAll ? new ResetAt(API, untilReset(answer, now).orElse(null))
                : new ResetAt(endpoint(answer), HELD));
    }

    static String endpoint(HttpAnswer answer) {
        String path = answer.url().getRawPath();
        return Endpoint.of(path.substring(Math.max(0, path.indexOf("/api/")) + "/api/".length()).replaceFirst("^v4", ""));
    }

    /** Adds a second, because the server rounds. */
    @Override
    public Optional<Duration> untilReset(HttpAnswer answer, Instant now) {
        return number(answer, "ratelimit-reset").map(Instant::ofEpochSecond)
                .map(reset -> Duration.between(answer.date().orElse(now), reset).plusSeconds(1))
                .map(wait -> wait.isNegative() ? Duration.ofSeconds(1) : RateLimit.shorten(wait));
    }

    @Override
    public String unauthorized(HttpAnswer answer) {
        return GitLabErrors.unauthorized(answer);
    }

    private static boolean isJson(HttpAnswer answer) {
        return answer.body().length > 0 && answer.body()[0] == '{';
    }

    private static int whole(long number) {
        return (int) Math.min(Integer.MAX_VALUE, number);
    }

    private static Optional<Long> number(HttpAnswer answer, String header) {
        return answer.header(header).map(String::strip).filter(value -> value.matches("\\d{1,12}")).map(Long::valueOf);
    }
}
