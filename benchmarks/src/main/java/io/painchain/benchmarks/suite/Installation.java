package io.painchain.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

import io.painchain.benchmarks.Backend;
import io.painchain.benchmarks.Load;
import io.painchain.benchmarks.SampleEvents;
import io.painchain.benchmarks.suite.process.BackendProcess;
import io.painchain.benchmarks.suite.process.ProcessorTime;

/** The backend that is measured, its data in a folder that goes with it. It is started when something first asks for it. */
final class Installation implements AutoCloseable {

    static final String READER = "reader";
    private static final int BATCH = 500;
    private static final int CLIENTS = 2;
    /** The indexer sorts entries in after a second in which nothing came. */
    private static final int SETTLING_MILLIS = 2_000;

    private final Path data;
    private final int events;
    private final Map<String, String> settings;
    private BackendProcess backend;
    private boolean filled;

    Installation(int events) throws IOException {
        this(events, Map.of());
    }

    /** @param settings of the backend's environment */
    Installation(int events, Map<String, String> settings) throws IOException {
        this.settings = settings;
        this.data = Files.createTempDirectory("painchain-bench-");
        this.events = events;
    }

    BackendProcess running() throws Exception {
        if (backend == null) {
            backend = BackendProcess.start(data, settings);
        }
        return backend;
    }

    void stop() {
        if (backend != null) {
            backend.close();
            backend = null;
        }
    }

    /** A tenant of its own, which keeps events of any age. */
    Backend tenant(String name) throws Exception {
        return Backend.at(running().url(), name).keepingOldEvents();
    }

    /** The tenant that is read: as many events as the options say. */
    Backend reader() throws Exception {
        var reader = tenant(READER);
        if (!filled) {
            Load.run(CLIENTS, events / BATCH, () -> number -> reader.postUntilTaken("/api/events/batch",
                    SampleEvents.batch(SampleEvents.drafts((long) number * BATCH, 1, BATCH).get(0))));
            awaitIndex(READER);
            filled = true;
        }
        return reader;
    }

    /** Until a tenant's events are in the search index: a search brings in what is left over. */
    void awaitSearch(String tenant) throws Exception {
        tenant(tenant).getUntilAnswered("/api/events?limit=1&q=zzzzzzzz");
    }

    /** The same, and until pending entries are sorted in. */
    void awaitIndex(String tenant) throws Exception {
        awaitSearch(tenant);
        Thread.sleep(SETTLING_MILLIS);
    }

    /** Of all processors so far. */
    ProcessorTime processorTime() throws Exception {
        return running().processorTime();
    }

    @Override
    public void close() throws IOException {
        stop();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
