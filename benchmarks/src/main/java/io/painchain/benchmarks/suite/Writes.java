package io.painchain.benchmarks.suite;

import java.util.List;

import io.painchain.benchmarks.BareDatabase;
import io.painchain.benchmarks.Load;
import io.painchain.benchmarks.RawConnection;
import io.painchain.benchmarks.SampleEvents;

/** Drafts posted, and right after as many inserted into a bare table of the same server, equally durable. */
final class Writes {

    private static final int BATCH = 500;
    private static final int CLIENTS = 2;
    private static final int CONNECTIONS = 32;
    private static final String LIMIT = "bare table";

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
            batchesPosted("ingest-warm-up", 0);
            batchesWarm = true;
        }
        var bare = bareTable();
        long first = (long) run * batches * BATCH;
        var posted = batchesPosted("ingest", first);
        var drafts = SampleEvents.drafts(first, batches, BATCH);
        var inserted = Load.run(CLIENTS, batches, () -> bare.inserts(first, drafts));
        bare.drop();
        return List.of(
                new Measurement("batches of 500, two clients", "events/s", posted.perSecond(BATCH), inserted.perSecond(BATCH),
                        LIMIT),
                new Measurement("one batch, p95", "ms", posted.millis(0.95), inserted.millis(0.95), LIMIT));
    }

    List<Measurement> single(int run) throws Exception {
        if (!singlesWarm) {
            singlesPosted("single-warm-up", 0);
            singlesWarm = true;
        }
        var bare = bareTable();
        long first = (long) run * singles;
        var posted = singlesPosted("single", first);
        var drafts = SampleEvents.drafts(first, singles, 1);
        var inserted = Load.run(CONNECTIONS, singles, () -> bare.inserts(first, drafts));
        bare.drop();
        return List.of(
                new Measurement("single posts, 32 connections", "events/s", posted.perSecond(1), inserted.perSecond(1), LIMIT),
                new Measurement("one post, p99", "ms", posted.millis(0.99), inserted.millis(0.99), LIMIT));
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
