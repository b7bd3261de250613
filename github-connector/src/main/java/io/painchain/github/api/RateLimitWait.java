package io.painchain.github.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import io.painchain.connector.http.HttpAnswer;

/**
 * How long an answer asks to wait, by GitHub's rules: {@code retry-after}, else {@code x-ratelimit-reset} where nothing
 * remains,
 * else from a minute on, doubling. Counted from the answer's own {@code Date}, so that a wrong clock here does no harm.
 */
final class RateLimitWait {

    static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration FIRST = Duration.ofMinutes(1);

    private RateLimitWait() {
    }

    /** Whether the answer is a limit's, not a permission's. */
    static boolean isLimit(HttpAnswer answer) {
        if (answer.status() == 429 || GraphQlRefusal.of(answer).isPresent()) {
            return true;
        }
        return answer.status() == 403 && (answer.header("retry-after").isPresent() || nothingRemains(answer)
                || new String(answer.body(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT)
                        .contains("rate limit"));
    }

    /** Whether an hourly quota is used up, which concerns only what it is for. */
    static boolean isPrimary(HttpAnswer answer) {
        return answer.header("retry-after").isEmpty() && (nothingRemains(answer) || isUsedUp(answer));
    }

    static Duration of(HttpAnswer answer, Instant now, int strikes) {
        Duration wait = seconds(answer, "retry-after").map(Duration::ofSeconds)
                .or(() -> nothingRemains(answer) || isUsedUp(answer) ? untilReset(answer, now) : Optional.empty())
                .orElseGet(() -> backoff(FIRST, strikes));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** From the answer's own clock to the moment when the quota is full again, and a second for the server's rounding. */
    static Optional<Duration> untilReset(HttpAnswer answer, Instant now) {
        return seconds(answer, "x-ratelimit-reset").map(Instant::ofEpochSecond)
                .map(reset -> Duration.between(answer.date().orElse(now), reset).plusSeconds(1))
                .map(wait -> wait.isNegative() ? Duration.ofSeconds(1) : wait)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    static Duration backoff(Duration first, int strikes) {
        long millis = first.toMillis() << Math.min(strikes, 10);
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 4 + 1));
    }

    /** GraphQL says so also where its headers count a few points more. */
    private static boolean isUsedUp(HttpAnswer answer) {
        return GraphQlRefusal.of(answer).filter(GraphQlRefusal.PRIMARY::equals).isPresent();
    }

    private static boolean nothingRemains(HttpAnswer answer) {
        return seconds(answer, "x-ratelimit-remaining").filter(remaining -> remaining == 0).isPresent();
    }

    private static Optional<Long> seconds(HttpAnswer answer, String header) {
        return answer.header(header).filter(value -> value.strip().matches("\\d{1,12}")).map(String::strip)
                .map(Long::valueOf);
    }
}
