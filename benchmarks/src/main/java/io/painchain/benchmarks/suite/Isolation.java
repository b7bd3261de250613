package io.painchain.benchmarks.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.painchain.benchmarks.Backend;
import io.painchain.benchmarks.Load;
import io.painchain.benchmarks.RawConnection;
import io.painchain.benchmarks.SampleEvents;
import io.painchain.benchmarks.suite.measurement.Measurement;

/**
 * What it costs that the database keeps tenants apart: the same of two backends, one with it and one without, by turns, so that
 * whatever else the machine does meets both.
 */
final class Isolation implements AutoCloseable {

    private static final int BATCH = 500;
    private static final int WRITERS = 2;
    private static final int READERS = 8;
    private static final int TENANTS = 20;
    private static final int TURNS = 10;
    private static final String PAGE = "/api/events?limit=50";
    private static final String SEARCH = "/api/events?limit=50&q=user7";
    private static final String LIMIT = "without";

    private final Installation with;
    private final Installation without;
    private final int batches;
    private final int pages;
    private boolean warm;

    Isolation(int events, int size) throws IOException {
        this.with = new Installation(events, Map.of("PAINCHAIN_DATABASE_ISOLATION", "true"));
        this.without = new Installation(events, Map.of("PAINCHAIN_DATABASE_ISOLATION", "false"));
        this.batches = 2 * size;
        this.pages = 50 * size;
    }

    private interface Turn {
        Load.Result on(Installation installation, int number) throws Exception;
    }

    List<Measurement> run(int run) throws Exception {
        if (!warm) {
            warmUp();
            warm = true;
        }
        var figures = new ArrayList<Measurement>();
        figures.addAll(compare("a batch of 500, two clients", (on, turn) -> posted(on, "ingest", run * TURNS + turn)));
        figures.addAll(compare("a page, 8 connections", (on, turn) -> read(on.reader(), PAGE)));
        figures.addAll(compare("a page of q, 8 connections", (on, turn) -> read(on.reader(), SEARCH)));
        figures.addAll(compare("a page of one of " + TENANTS + " tenants", (on, turn) -> readByTurns(on)));
        return figures;
    }

    private List<Measurement> compare(String what, Turn turn) throws Exception {
        var isolated = new ArrayList<Load.Result>();
        var bare = new ArrayList<Load.Result>();
        double[] took = { 0, 0, 0, 0 };
        for (int i = 0; i < TURNS; i++) {
            // Who is first alternates too.
            for (var on : i % 2 == 0 ? List.of(with, without) : List.of(without, with)) {
                var before = on.processorTime();
                (on == with ? isolated : bare).add(turn.on(on, i));
                var spent = on.processorTime().since(before);
                took[on == with ? 0 : 2] += spent.backend();
                took[on == with ? 1 : 3] += spent.database();
            }
        }
        int times = isolated.stream().mapToInt(result -> result.nanos().length).sum();
        return List.of(new Measurement(what + ", p50", "ms", millis(isolated, 0.5), millis(bare, 0.5), LIMIT),
                new Measurement(what + ", p95", "ms", millis(isolated, 0.95), millis(bare, 0.95), LIMIT),
                new Measurement(what + ", processor time of the backend", "µs", took[0] / times, took[2] / times, LIMIT),
                new Measurement(what + ", processor time of the database", "µs", took[1] / times, took[3] / times, LIMIT));
    }

    private static double millis(List<Load.Result> results, double share) {
        var nanos = results.stream().flatMapToLong(result -> Arrays.stream(result.nanos())).sorted().toArray();
        return new Load.Result(nanos, 1).millis(share);
    }

    private void warmUp() throws Exception {
        for (var on : List.of(with, without)) {
            for (int i = 0; i < TURNS; i++) {
                posted(on, "warm-up", i);
            }
            for (int i = 0; i < TENANTS; i++) {
                on.tenant(small(i)).postUntilTaken("/api/events/batch",
                        SampleEvents.batch(SampleEvents.drafts((long) i * BATCH, 1, BATCH).get(0)));
            }
            on.awaitIndex("warm-up");
            for (int i = 0; i < TURNS; i++) {
                read(on.reader(), PAGE);
                read(on.reader(), SEARCH);
                readByTurns(on);
            }
        }
    }

    private static String small(int number) {
        return "small-" + number;
    }

    /** Bodies are made beforehand: client and server share the machine. */
    private Load.Result posted(Installation on, String tenant, int turn) throws Exception {
        var backend = on.tenant(tenant);
        var bodies = SampleEvents.drafts((long) turn * batches * BATCH, batches, BATCH).stream().map(SampleEvents::batch)
                .toList();
        var result = Load.run(WRITERS, batches, () -> number -> backend.post("/api/events/batch", bodies.get(number)));
        on.awaitSearch(tenant);
        return result;
    }

    private Load.Result read(Backend reader, String path) throws Exception {
        return Load.run(READERS, pages, () -> {
            var connection = RawConnection.to(reader);
            return number -> connection.get(path);
        });
    }

    /** Each page of another tenant than the one before, all by one pool of connections to the database. */
    private Load.Result readByTurns(Installation on) throws Exception {
        var url = on.running().url();
        return Load.run(READERS, pages, () -> {
            var connections = new ArrayList<RawConnection>();
            for (int i = 0; i < TENANTS; i++) {
                connections.add(RawConnection.to(Backend.at(url, small(i))));
            }
            return number -> connections.get(number % TENANTS).get(PAGE);
        });
    }

    @Override
    public void close() throws IOException {
        with.close();
        without.close();
    }
}
