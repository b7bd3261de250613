package io.painchain.kubernetes.reflector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The server's time: its last {@code Date} and what has passed since. */
public final class ServerClock {

    private final Clock clock;
    private Duration ahead = Duration.ZERO;

    public ServerClock(Clock clock) {
        this.clock = clock;
    }

    synchronized void heard(Instant date) {
        if (date != null) {
            ahead = Duration.between(clock.instant(), date);
        }
    }

    public synchronized Instant now() {
        return clock.instant().plus(ahead);
    }
}
