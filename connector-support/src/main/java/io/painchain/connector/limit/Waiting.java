package io.painchain.connector.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** By the machine's clock, unless time is simulated. */
public interface Waiting {

    public Waiting MACHINE = new Waiting() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }

        @Override
        public boolean acquire(Semaphore turns, Duration longest) throws InterruptedException {
            return turns.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
        }
    };

    /** Monotonic; no wall clock. */
    public long nanos();

    public void sleep(long nanos) throws InterruptedException;

    public boolean acquire(Semaphore turns, Duration longest) throws InterruptedException;
}
