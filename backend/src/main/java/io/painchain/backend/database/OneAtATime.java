package io.painchain.backend.database;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Serialises writes. Callers that wait while the database goes away all fail at once. */
public final class OneAtATime {

    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile int failures;
    private volatile RuntimeException failure;

    public <T> T take(Supplier<T> work) {
        int before = failures;
        lock.lock();
        try {
            if (failures != before) {
                throw failure;
            }
            return work.get();
        } catch (RuntimeException e) {
            if (e != failure && DatabaseFailures.isAway(e)) {
                failure = e;
                failures++;
            }
            throw e;
        } finally {
            lock.unlock();
        }
    }
}
