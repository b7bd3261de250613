package io.painchain.benchmarks.suite;

import java.util.ArrayList;
import java.util.List;

import io.painchain.benchmarks.BareDatabase;
import io.painchain.benchmarks.Load;
import io.painchain.benchmarks.RawConnection;
import io.painchain.benchmarks.SampleEvents;
import io.painchain.benchmarks.suite.measurement.Measurement;

/** Drafts posted, and right after as many inserted into a bare table of the same server, equally durable. */
final class Writes {

    private static final int BATCH = 500;
    private static final int CLIENTS = 2;
    private static final int CONNECTIONS = 32;
    private static final String LIMIT = "bare table";
    /**
     * As long as a run each, so that the JVM has compiled what it runs most; no server is ever measured in its first seconds.
     */
    private static final int WARM_UPS = 3;

    private final Installation installation;
    private final int batches;
    private final int singles;
    private boolean batchesWarm;
    private boolean singlesWarm;

    Writes(Installation installation, int size) {
        this.installation = installation;
        this.batches = 10 * size;
        this.singles = 2_000 * size;
    }

    List<Measurement> ingest(int run) throws Exception {
        if (!batchesWarm) {
            for (int i = 0; i < WARM_UPS; i++) {
                batchesPosted("ingest-warm-up", (long) i * batches * BATCH);
            }
            installation.awaitIndex("ingest-warm-up");
            batchesWarm = true;
        }
        var bare = bareTable();
        long first = (long) run * batches * BATCH;
        var before = installation.processorTime();
        var posted = batchesPosted("ingest", first);
        installation.awaitIndex("ingest");
        var end = installation.processorTime();
        var drafts = SampleEvents.drafts(first, batches, BATCH);
        var inserted = Load.run(CLIENTS, batches, () -> bare.inserts(first, drafts));
        var figures = new ArrayList<>(List.of(
                new Measurement("batches of 500, two clients", "events/s", posted.perSecond(BATCH), inserted.perSecond(BATCH),
                        LIMIT),
                new Measurement("one batch, p95", "ms", posted.millis(0.95), inserted.millis(0.95), LIMIT)));
        figures.addAll(end.since(before).each("an event in a batch, indexed", batches * BATCH,
                installation.processorTime().since(end), LIMIT));
        bare.drop();
        return figures;
    }

    List<Measurement> single(int run) throws Exception {
        if (!singlesWarm) {
            for (int i = 0; i < WARM_UPS; i++) {
                singlesPosted("single-warm-up", (long) i * singles);
            }
            singlesWarm = true;
        }
        var bare = bareTable();
        long first = (long) run * singles;
        var before = installation.processorTime();
        var posted = singlesPosted("single", first);
        installation.awaitIndex("single");
        var end = installation.processorTime();
        var drafts = SampleEvents.drafts(first, singles, 1);
        var inserted = Load.run(CONNECTIONS, singles, () -> bare.inserts(first, drafts));
        var figures = new ArrayList<>(List.of(
                new Measurement("single posts, 32 connections", "events/s", posted.perSecond(1), inserted.perSecond(1), LIMIT),
                new Measurement("one post, p99", "ms", posted.millis(0.99), inserted.millis(0.99), LIMIT)));
        figures.addAll(end.since(before).each("a single post, indexed", singles,
                installation.processorTime().since(end), LIMIT));
        bare.drop();
        return figures;
    }

    /** Batches and single posts of a new tenant. */
    void posted(String tenant) throws Exception {
        batchesPosted(tenant, 0);
        singlesPosted(tenant, (long) batches * BATCH);
    }

    /** Bodies are made beforehand: client and server share the machine, and it is the server that is measured. */
    private Load.Result batchesPosted(String tenant, long first) throws Exception {
        var backend = installation.tenant(tenant);
        var bodies = SampleEvents.drafts(first, batches, BATCH).stream().map(SampleEvents::batch).toList();
        return Load.run(CLIENTS, batches, () -> number -> backend.post("/api/events/batch", bodies.get(number)));
    }

    private Load.Result singlesPosted(String tenant, long first) throws Exception {
        var backend = installation.tenant(tenant);
        var bodies = SampleEvents.drafts(first, singles, 1);
        return Load.run(CONNECTIONS, singles, () -> {
            var connection = RawConnection.to(backend);
            return number -> connection.post("/api/events", bodies.get(number).get(0));
        });
    }

    private BareDatabase bareTable() throws Exception {
        var bare = new BareDatabase(installation.running().database());
        bare.create();
        return bare;
    }
}
