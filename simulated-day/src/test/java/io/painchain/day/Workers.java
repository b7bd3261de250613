package io.painchain.day;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The connector's threads, of whom it can be said when all are done. */
final class Workers implements Executor, AutoCloseable {

    private final ExecutorService threads;
    private int busy;

    Workers(int count) {
        threads = Executors.newFixedThreadPool(count);
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

    private synchronized void done() {
        busy--;
        notifyAll();
    }

    synchronized void awaitAll() throws InterruptedException {
        while (busy > 0) {
            wait();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
