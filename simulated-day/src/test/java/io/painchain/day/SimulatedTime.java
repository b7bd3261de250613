package io.painchain.day;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import io.painchain.connector.limit.Waiting;
import io.painchain.simulator.time.SettableClock;

/**
 * Time for which threads can wait: it goes on to the next moment at which one of them has slept enough, and only once each of
 * them sleeps or has nothing to do. So an hour with its waits takes no longer than the work in it.
 */
final class SimulatedTime implements Waiting, Executor, AutoCloseable {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private static final class Sleeper {
        private final Instant until;
        private boolean awake;

        Sleeper(Instant until) {
            this.until = until;
        }
    }

    private final SettableClock clock;
    private final Instant begun;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final PriorityQueue<Sleeper> sleepers = new PriorityQueue<>((one, other) -> one.until.compareTo(other.until));
    private int busy;

    SimulatedTime(SettableClock clock) {
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public long nanos() {
        return Duration.between(begun, clock.instant()).toNanos();
    }

    @Override
    public synchronized void sleep(long nanos) throws InterruptedException {
        Sleeper sleeper = new Sleeper(clock.instant().plusNanos(Math.max(1, nanos)));
        sleepers.add(sleeper);
        notifyAll();
        while (!sleeper.awake) {
            wait();
        }
    }

    @Override
    public boolean acquire(Semaphore turns, Duration longest) throws InterruptedException {
        Instant end = clock.instant().plus(longest);
        while (!turns.tryAcquire()) {
            if (!clock.instant().isBefore(end)) {
                return false;
            }
            sleep(BETWEEN_TRIES.toNanos());
        }
        return true;
    }

    @Override
    public void execute(Runnable work) {
        synchronized (this) {
            busy++;
        }
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                done();
            }
        });
    }

    /** Lets everything happen until then. */
    synchronized void advanceTo(Instant moment) throws InterruptedException {
        awaitQuiet();
        while (!sleepers.isEmpty() && !sleepers.peek().until.isAfter(moment)) {
            clock.set(sleepers.peek().until);
            while (!sleepers.isEmpty() && !sleepers.peek().until.isAfter(clock.instant())) {
                sleepers.poll().awake = true;
            }
            notifyAll();
            awaitQuiet();
        }
        clock.set(moment);
    }

    /** Who waits for a server that sleeps is busy, and the server's thread sleeps in its place. */
    private void awaitQuiet() throws InterruptedException {
        while (busy > sleepers.size()) {
            wait();
        }
    }

    private synchronized void done() {
        busy--;
        notifyAll();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
