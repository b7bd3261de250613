package io.painchain.benchmarks;

import java.util.List;
import java.util.logging.Logger;

/**
 * Posts drafts in batches and one by one, and inserts as many into a bare table in the same minute. Arguments: the backend's
 * address, the JDBC address of its database, batches of 500, single posts.
 */
final class IngestBenchmark {

    private static final Logger LOG = Logger.getLogger("benchmark");
    private static final int SIZE = 500;
    private static final int CLIENTS = 2;
    private static final int CONNECTIONS = 32;
    /** What the compiler needs until it is done with the path of a single post. */
    private static final int WARM_UP_SINGLES = 30_000;

    private IngestBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        var bare = new BareDatabase(arguments[1]);
        int batches = Integer.parseInt(arguments[2]);
        int singles = Integer.parseInt(arguments[3]);
        var tenant = "benchmark-" + ProcessHandle.current().pid();
        var backend = Backend.at(arguments[0], tenant).keepingOldEvents();
        bare.create();
        LOG.info(() -> "a draft has %d bytes".formatted(SampleEvents.draft(1).length()));
        warmUp(arguments[0]);
        for (int round = 0; round < 2; round++) {
            long first = (long) round * batches * SIZE;
            // Made beforehand: client and server share the machine, and it is the server that is measured.
            var drafts = SampleEvents.drafts(first, batches, SIZE);
            var bodies = drafts.stream().map(SampleEvents::batch).toList();
            var posted = Load.run(CLIENTS, batches, () -> number -> backend.post("/api/events/batch", bodies.get(number)));
            var inserted = Load.run(CLIENTS, batches, () -> bare.inserts(first, drafts));
            LOG.info(() -> "batches of %d: %.0f events/s (%s); bare table: %.0f events/s (%s)".formatted(SIZE,
                    posted.perSecond(SIZE), posted.latencies(), inserted.perSecond(SIZE), inserted.latencies()));
        }
        for (int round = 0; round < 2; round++) {
            long first = 2L * batches * SIZE + (long) round * singles;
            var drafts = SampleEvents.drafts(first, singles, 1);
            var posted = Load.run(CONNECTIONS, singles, () -> single(RawConnection.to(backend), drafts));
            var inserted = Load.run(CONNECTIONS, singles, () -> bare.inserts(first, drafts));
            LOG.info(() -> "single posts: %.0f/s (%s); bare table: %.0f/s (%s)".formatted(posted.perSecond(1),
                    posted.latencies(), inserted.perSecond(1), inserted.latencies()));
        }
        bare.drop();
    }

    private static Load.Work single(RawConnection connection, List<List<String>> drafts) {
        return number -> connection.post("/api/events", drafts.get(number).get(0));
    }

    private static void warmUp(String url) throws Exception {
        var other = Backend.at(url, "warm-up-" + ProcessHandle.current().pid()).keepingOldEvents();
        var batches = SampleEvents.drafts(0, 60, SIZE);
        Load.run(CLIENTS, batches.size(),
                () -> number -> other.post("/api/events/batch", SampleEvents.batch(batches.get(number))));
        var singles = SampleEvents.drafts(1_000_000, WARM_UP_SINGLES, 1);
        Load.run(CONNECTIONS, WARM_UP_SINGLES, () -> single(RawConnection.to(other), singles));
    }
}
