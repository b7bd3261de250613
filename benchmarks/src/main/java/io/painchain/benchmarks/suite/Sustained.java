package io.painchain.benchmarks.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.painchain.benchmarks.SampleEvents;
import io.painchain.benchmarks.suite.measurement.Measurement;

/** Batches without a pause for minutes: how many events a second, and how long the search index is still behind at the end. */
final class Sustained {

    private static final int CLIENTS = 2;
    private static final int BATCH = 500;
    private static final double MINUTES_A_SIZE = 10.0 / 6;

    private final Installation installation;
    private final long nanos;

    /** @param size 6 for ten minutes */
    Sustained(Installation installation, int size) {
        this.installation = installation;
        this.nanos = (long) (TimeUnit.MINUTES.toNanos(1) * MINUTES_A_SIZE * size);
    }

    List<Measurement> run(int run) throws Exception {
        var tenant = "sustained-" + run;
        var backend = installation.tenant(tenant);
        var before = installation.processorTime();
        var events = new AtomicLong();
        long start = System.nanoTime();
        Callable<Void> client = () -> {
            while (System.nanoTime() - start < nanos) {
                long first = events.getAndAdd(BATCH);
                backend.postUntilTaken("/api/events/batch", SampleEvents.batch(SampleEvents.drafts(first, 1, BATCH).get(0)));
            }
            return null;
        };
        await(client);
        long end = System.nanoTime();
        installation.awaitSearch(tenant);
        double behind = (System.nanoTime() - end) / 1e9;
        var figures = new ArrayList<>(List.of(
                Measurement.alone("batches of 500, two clients, drafts made meanwhile", "events/s",
                        events.get() / ((end - start) / 1e9)),
                Measurement.alone("until a search has all of it, after the last answer", "s", behind)));
        var took = installation.processorTime().since(before);
        figures.add(Measurement.alone("processor time of an event, backend", "µs", took.backend() / events.get()));
        figures.add(Measurement.alone("processor time of an event, database", "µs", took.database() / events.get()));
        return figures;
    }

    private static void await(Callable<Void> client) throws Exception {
        var pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            var ends = new ArrayList<Future<Void>>();
            for (int i = 0; i < CLIENTS; i++) {
                ends.add(pool.submit(client));
            }
            for (var end : ends) {
                end.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
