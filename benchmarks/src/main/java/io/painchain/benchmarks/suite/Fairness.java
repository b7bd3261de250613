package io.painchain.benchmarks.suite;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.painchain.benchmarks.Load;
import io.painchain.benchmarks.RawConnection;
import io.painchain.benchmarks.SampleEvents;
import io.painchain.benchmarks.suite.measurement.Measurement;

/** One tenant posts batches without a pause from two clients, another posts single events: how long do these take? */
final class Fairness {

    private static final int CLIENTS = 2;
    private static final int BATCH = 500;
    private static final int SINGLES = 300;
    private static final int PAUSE_MILLIS = 20;

    private final Installation installation;

    Fairness(Installation installation) {
        this.installation = installation;
    }

    List<Measurement> run(int run) throws Exception {
        singles("fairness-warm-up", run);
        var alone = singles("fairness-alone", run);
        Load.Result beside;
        var ends = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (int client = 0; client < CLIENTS; client++) {
                long first = ((long) run * CLIENTS + client) * 10_000_000;
                pool.submit(() -> postBatches(first, ends));
            }
            beside = singles("fairness-beside", run);
        } finally {
            ends.set(true);
            pool.shutdown();
            pool.awaitTermination(1, TimeUnit.MINUTES);
        }
        return List.of(
                new Measurement("single post beside another tenant's batches, p99", "ms", beside.millis(0.99),
                        alone.millis(0.99), "the same alone"),
                new Measurement("the same, p50", "ms", beside.millis(0.5), alone.millis(0.5), "the same alone"));
    }

    private Void postBatches(long first, AtomicBoolean ends) throws Exception {
        var greedy = installation.tenant("fairness-greedy");
        for (long number = first; !ends.get(); number += BATCH) {
            greedy.postUntilTaken("/api/events/batch", SampleEvents.batch(SampleEvents.drafts(number, 1, BATCH).get(0)));
        }
        return null;
    }

    private Load.Result singles(String tenant, int run) throws Exception {
        var drafts = SampleEvents.drafts((long) run * SINGLES, SINGLES, 1);
        var connection = RawConnection.to(installation.tenant(tenant));
        return Load.paced(SINGLES, PAUSE_MILLIS, number -> connection.post("/api/events", drafts.get(number).get(0)));
    }
}
