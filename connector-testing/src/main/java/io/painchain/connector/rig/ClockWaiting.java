package io.painchain.connector.rig;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

import io.painchain.connector.limit.Waiting;

/** Waits in no time: the clock goes on instead. */
public class ClockWaiting implements Waiting {

    private final SettableClock clock;

    public ClockWaiting(SettableClock clock) {
        this.clock = clock;
    }

    @Override
    public long nanos() {
        return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    @Override
    public void sleep(long nanos) {
        clock.tick(Duration.ofNanos(nanos));
    }

    @Override
    public boolean acquire(Semaphore turns, Duration longest) {
        return turns.tryAcquire();
    }
}
