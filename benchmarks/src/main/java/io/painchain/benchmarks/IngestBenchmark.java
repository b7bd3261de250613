package io.painchain.benchmarks;

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
            int from = round * batches;
            var posted = Load.run(CLIENTS, batches,
                    () -> number -> backend.post("/api/events/batch", SampleEvents.batch((long) (from + number) * SIZE, SIZE)));
            var inserted = Load.run(CLIENTS, batches, () -> shifted(bare.inserts(SIZE), from));
            LOG.info(() -> "batches of %d: %.0f events/s (%s); bare table: %.0f events/s (%s)".formatted(SIZE,
                    posted.perSecond(SIZE), posted.latencies(), inserted.perSecond(SIZE), inserted.latencies()));
        }
        long beyond = 2L * batches * SIZE;
        var posted = Load.run(CONNECTIONS, singles,
                () -> single(RawConnection.to(backend), beyond));
        var inserted = Load.run(CONNECTIONS, singles, () -> shifted(bare.inserts(1), (int) beyond));
        LOG.info(() -> "single posts: %.0f/s (%s); bare table: %.0f/s (%s)".formatted(posted.perSecond(1),
                posted.latencies(), inserted.perSecond(1), inserted.latencies()));
        bare.drop();
    }

    private static Load.Work single(RawConnection connection, long from) {
        return number -> connection.post("/api/events", SampleEvents.draft(from + number));
    }

    private static Load.Work shifted(Load.Work work, int by) {
        return number -> work.run(by + number);
    }

    private static void warmUp(String url) throws Exception {
        var other = Backend.at(url, "warm-up-" + ProcessHandle.current().pid()).keepingOldEvents();
        Load.run(CLIENTS, 60, () -> number -> other.post("/api/events/batch", SampleEvents.batch(number * 500L, 500)));
        Load.run(CONNECTIONS, WARM_UP_SINGLES, () -> single(RawConnection.to(other), 1_000_000L));
    }
}
