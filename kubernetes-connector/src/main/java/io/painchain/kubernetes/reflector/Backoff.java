package io.painchain.kubernetes.reflector;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/** Waits longer with each failure in a row, and never in step with others. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;

    private final DoubleSupplier random;
    private int failures;

    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** @param asked by the server; {@code null}: nothing */
    Instant failed(Instant now, Duration asked) {
        Duration own = FIRST.multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS));
        Duration wait = asked != null && asked.compareTo(own) > 0 ? asked : own;
        return now.plus(wait).plusMillis((long) (wait.toMillis() / 4.0 * random.getAsDouble()));
    }

    void succeeded() {
        failures = 0;
    }

    int failures() {
        return failures;
    }
}
