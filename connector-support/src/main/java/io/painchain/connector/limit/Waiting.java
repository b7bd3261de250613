package io.painchain.connector.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How requests wait for their turn: by the machine's time, but for who simulates time. */
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

    /** Grows by one a nanosecond; says nothing of the hour. */
    public long nanos();

    public void sleep(long nanos) throws InterruptedException;

    public boolean acquire(Semaphore turns, Duration longest) throws InterruptedException;
}
