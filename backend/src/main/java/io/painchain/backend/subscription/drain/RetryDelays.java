package io.painchain.backend.subscription.drain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** When a message is tried again, over 75 hours, and how long an endpoint that fails is left alone. */
record RetryDelays(DoubleSupplier random) {

    static final int ATTEMPTS = 10;

    private static final List<Duration> DELAYS = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30),
            Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10), Duration.ofHours(14), Duration.ofHours(20),
            Duration.ofHours(24));
    private static final double JITTER = 0.1;
    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    /** @return after the attempt of that number; empty after the last one */
    Optional<Duration> after(int attempt) {
        return attempt >= ATTEMPTS ? Optional.empty() : Optional.of(spread(DELAYS.get(attempt - 1)));
    }

    /** @param fails in a row, with the last one */
    Duration rest(int fails) {
        var rest = FIRST_REST.multipliedBy(1L << Math.min(fails - 1, 10));
        return spread(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest);
    }

    /** By up to a tenth, so that what failed together is not tried together. */
    private Duration spread(Duration delay) {
        return delay.plusMillis((long) (delay.toMillis() * JITTER * (2 * random.getAsDouble() - 1)));
    }
}
