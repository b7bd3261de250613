package io.painchain.connector.limit;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** A limit that refused a request, as the provider's answer tells of it. */
public sealed interface RateLimit {

    Duration LONGEST = Duration.ofHours(1);
    Duration FIRST = Duration.ofMinutes(1);

    record RetryAfter(Duration asked) implements RateLimit {
        @Override
        public Duration pause(int strikes) {
            return shorten(asked);
        }
    }

    /** The quota of one resource is used up; {@code asked} is {@code null} where the answer names no time. */
    record ResetAt(String resource, Duration asked) implements RateLimit {
        @Override
        public Duration pause(int strikes) {
            return shorten(asked == null ? backoff(FIRST, strikes) : asked);
        }
    }

    /** Too much at once; nothing says how long to wait. */
    record Secondary() implements RateLimit {
        @Override
        public Duration pause(int strikes) {
            return shorten(backoff(FIRST, strikes));
        }
    }

    /** @param strikes how many limits were hit before without an answer in between */
    Duration pause(int strikes);

    /** What is closed; {@code null}: whatever the token is used for. */
    default String resource() {
        return null;
    }

    /** Doubles with each strike; up to a quarter more by chance keeps connectors apart. */
    static Duration backoff(Duration first, int strikes) {
        long millis = first.toMillis() << Math.min(strikes, 10);
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 4 + 1));
    }

    static Duration shorten(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
