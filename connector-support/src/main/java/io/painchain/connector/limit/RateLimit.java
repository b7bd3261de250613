package io.painchain.connector.limit;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

public sealed interface RateLimit {

    Duration LONGEST = Duration.ofHours(1);
    Duration FIRST = Duration.ofMinutes(1);

    record RetryAfter(Duration asked) implements RateLimit {
        @Override
        public Duration pause(int strikes) {
            return shorten(asked);
        }
    }

    /** @param asked {@code null} where the answer names no time */
    record ResetAt(String resource, Duration asked) implements RateLimit {
        @Override
        public Duration pause(int strikes) {
            return shorten(asked == null ? backoff(FIRST, strikes) : asked);
        }
    }

    /** Too many requests at once; the answer names no time. */
    record Secondary() implements RateLimit {
        @Override
        public Duration pause(int strikes) {
            return shorten(backoff(FIRST, strikes));
        }
    }

    /** @param strikes limits hit before without an answer in between */
    Duration pause(int strikes);

    /** {@code null}: all of the token's resources. */
    default String resource() {
        return null;
    }

    /** Doubles with each strike; up to a quarter at random keeps connectors apart. */
    static Duration backoff(Duration first, int strikes) {
        long millis = first.toMillis() << Math.min(strikes, 10);
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 4 + 1));
    }

    static Duration shorten(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
