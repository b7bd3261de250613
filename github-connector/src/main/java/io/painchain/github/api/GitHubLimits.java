package io.painchain.github.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.limit.LimitRules;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.limit.RateLimit;
import io.painchain.connector.limit.RateLimit.ResetAt;
import io.painchain.connector.limit.RateLimit.RetryAfter;
import io.painchain.connector.limit.RateLimit.Secondary;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.limit.RateLimitBudgets;
import io.painchain.connector.limit.Waiting;

/** Waits for {@code retry-after}, else {@code x-ratelimit-reset}. Counts from the answer's Date: our clock may be wrong. */
public record GitHubLimits(int queriesPerMinute) implements LimitRules {

    public static final String CORE = "core";
    public static final String GRAPHQL = "graphql";
    /** One query may cost several of the 2,000 points a minute. */
    private static final GitHubLimits USUAL = new GitHubLimits(200);
    private static final int UNPACED = 10_000_000;
    /** As servers of all ages put it, where no header tells. */
    private static final List<String> WORDS = List.of("rate limit", "abuse detection", "too many requests",
            "submitted too quickly");

    public static RateLimitBudget budget(Clock clock, int requestsPerMinute) {
        return budget(clock, requestsPerMinute, Waiting.MACHINE);
    }

    public static RateLimitBudget budget(Clock clock, int requestsPerMinute, Waiting waiting) {
        return new RateLimitBudget(USUAL, clock, requestsPerMinute, waiting);
    }

    public static RateLimitBudgets budgets(Clock clock, int requestsPerMinute, Waiting waiting) {
        return new RateLimitBudgets(() -> budget(clock, requestsPerMinute, waiting));
    }

    /** No pacing, for simulated time. */
    public static RateLimitBudgets unpaced(Clock clock) {
        return new RateLimitBudgets(
                () -> new RateLimitBudget(new GitHubLimits(UNPACED), clock, UNPACED, Waiting.MACHINE));
    }

    @Override
    public String provider() {
        return "GitHub";
    }

    @Override
    public String mainResource() {
        return CORE;
    }

    @Override
    public int perMinute(String resource, int requestsPerMinute) {
        return resource.equals(GRAPHQL) ? Math.max(1, Math.min(queriesPerMinute, requestsPerMinute)) : requestsPerMinute;
    }

    @Override
    public Duration betweenWrites() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int pointsOfAWrite() {
        return 5;
    }

    @Override
    public String resource(HttpAnswer answer) {
        return answer.header("x-ratelimit-resource").orElse(GraphQlRefusal.isQuery(answer) ? GRAPHQL : CORE);
    }

    @Override
    public Optional<Quota> quota(HttpAnswer answer) {
        Optional<Integer> limit = count(answer, "x-ratelimit-limit");
        Optional<Integer> remaining = count(answer, "x-ratelimit-remaining");
        Optional<Long> reset = number(answer, "x-ratelimit-reset");
        if (limit.isEmpty() || remaining.isEmpty() || reset.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Quota(resource(answer), limit.get(), remaining.get(),
                count(answer, "x-ratelimit-used").orElse(limit.get() - remaining.get()), Instant.ofEpochSecond(reset.get())));
    }

    @Override
    public Optional<RateLimit> limit(HttpAnswer answer, Instant now) {
        if (!isLimit(answer)) {
            return Optional.empty();
        }
        boolean usedUp = nothingRemains(answer) || isUsedUp(answer);
        if (answer.header("retry-after").isEmpty()) {
            return Optional.of(usedUp ? new ResetAt(resource(answer), untilReset(answer, now).orElse(null)) : new Secondary());
        }
        return Optional.of(answer.retryAfter(now)
                .or(() -> usedUp ? untilReset(answer, now) : Optional.empty()).<RateLimit> map(RetryAfter::new)
                .orElseGet(Secondary::new));
    }

    /** Whether a limit caused the answer; a missing permission has the same status. */
    static boolean isLimit(HttpAnswer answer) {
        if (answer.status() == 429 || GraphQlRefusal.of(answer).isPresent()) {
            return true;
        }
        return answer.status() == 403
                && (answer.header("retry-after").isPresent() || nothingRemains(answer) || speaksOfALimit(answer));
    }

    private static boolean speaksOfALimit(HttpAnswer answer) {
        String words = new String(answer.body(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(words::contains);
    }

    /** Adds a second, because the server rounds. */
    @Override
    public Optional<Duration> untilReset(HttpAnswer answer, Instant now) {
        return number(answer, "x-ratelimit-reset").map(Instant::ofEpochSecond)
                .map(reset -> Duration.between(answer.date().orElse(now), reset).plusSeconds(1))
                .map(wait -> wait.isNegative() ? Duration.ofSeconds(1) : RateLimit.shorten(wait));
    }

    @Override
    public String unauthorized(HttpAnswer answer) {
        return GitHubErrors.unauthorized(answer);
    }

    /** GraphQL may refuse for the quota while its headers still count a few points. */
    private static boolean isUsedUp(HttpAnswer answer) {
        return GraphQlRefusal.of(answer).filter(GraphQlRefusal.PRIMARY::equals).isPresent();
    }

    private static boolean nothingRemains(HttpAnswer answer) {
        return number(answer, "x-ratelimit-remaining").filter(remaining -> remaining == 0).isPresent();
    }

    private static Optional<Integer> count(HttpAnswer answer, String header) {
        return number(answer, header).filter(value -> value <= Integer.MAX_VALUE).map(Long::intValue);
    }

    private static Optional<Long> number(HttpAnswer answer, String header) {
        return answer.header(header).map(String::strip).filter(value -> value.matches("\\d{1,12}")).map(Long::valueOf);
    }
}
