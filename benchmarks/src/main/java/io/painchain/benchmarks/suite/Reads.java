package io.painchain.benchmarks.suite;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.painchain.benchmarks.Backend;
import io.painchain.benchmarks.Load;
import io.painchain.benchmarks.RawConnection;
import io.painchain.benchmarks.suite.measurement.Measurement;
import io.painchain.benchmarks.suite.process.Pgbench;

/** Pages of a tenant with many events, and beside them the same columns of the newest rows by a bare statement. */
final class Reads {

    private static final int CONNECTIONS = 8;
    private static final int PGBENCH_SECONDS = 3;
    private static final int TIMES_EACH = 100;
    private static final int WARM_UPS = 3;
    private static final String NEWEST_PAGE = "/api/events?limit=50";
    /** The last word is a prefix: 11 of 200 authors. */
    private static final String SEARCH = "/api/events?limit=50&q=user7";
    private static final String NEWEST = """
            select tenant_id, id, scope, external_id, integration_id, connector, project, type, title, "timestamp", \
            end_timestamp, as_of, description, author, url, status, tags, entity, correlation_keys, data, revision, \
            received_at, updated_at from event where tenant_id = '%s' order by "timestamp" desc, id desc limit 50"""
            .formatted(Installation.READER);
    private static final Map<String, String> FILTERS = filters();

    private final Installation installation;
    private final int pages;
    private boolean warm;

    Reads(Installation installation, int size) {
        this.installation = installation;
        this.pages = 250 * size;
    }

    List<Measurement> timeline(int run) throws Exception {
        var reader = reader();
        var before = installation.processorTime();
        var answered = pages(reader, NEWEST_PAGE);
        var end = installation.processorTime();
        var bare = Load.run(CONNECTIONS, pages, this::bareReads);
        var took = end.since(before).each("a page", pages, installation.processorTime().since(end), "bare JDBC");
        var figures = new ArrayList<>(List.of(
                new Measurement("newest 50, 8 connections", "pages/s", answered.perSecond(1), bare.perSecond(1), "bare JDBC"),
                new Measurement("a page, p95", "ms", answered.millis(0.95), bare.millis(0.95), "bare JDBC")));
        Pgbench.rate(installation.running().database(), NEWEST, CONNECTIONS, PGBENCH_SECONDS).ifPresent(rate -> figures
                .add(new Measurement("newest 50, beside pgbench", "pages/s", answered.perSecond(1), rate, "pgbench")));
        figures.addAll(took);
        return figures;
    }

    List<Measurement> search(int run) throws Exception {
        var reader = reader();
        var before = installation.processorTime();
        var answered = pages(reader, SEARCH);
        var end = installation.processorTime();
        var bare = Load.run(CONNECTIONS, pages, this::bareReads);
        var figures = new ArrayList<>(List.of(
                new Measurement("q of 5 % of events, 8 connections", "pages/s", answered.perSecond(1), bare.perSecond(1),
                        "bare JDBC, newest 50"),
                new Measurement("a page of q, p95", "ms", answered.millis(0.95), bare.millis(0.95), "bare JDBC, newest 50")));
        figures.addAll(end.since(before).each("a page of q", pages, installation.processorTime().since(end),
                "bare JDBC, newest 50"));
        return figures;
    }

    /** One request after the other. */
    List<Measurement> filters(int run) throws Exception {
        var reader = reader();
        double bare = Load.run(1, TIMES_EACH, this::bareReads).millis(0.5);
        var figures = new ArrayList<Measurement>();
        for (var filter : FILTERS.entrySet()) {
            var connection = RawConnection.to(reader);
            var result = Load.run(1, TIMES_EACH, () -> number -> connection.get(filter.getValue()));
            figures.add(new Measurement(filter.getKey() + ", p50", "ms", result.millis(0.5), bare, "bare JDBC, newest 50"));
        }
        return figures;
    }

    private Backend reader() throws Exception {
        var reader = installation.reader();
        if (!warm) {
            for (var path : FILTERS.values()) {
                var connection = RawConnection.to(reader);
                Load.run(1, TIMES_EACH, () -> number -> connection.get(path));
            }
            for (int i = 0; i < WARM_UPS; i++) {
                pages(reader, NEWEST_PAGE);
                pages(reader, SEARCH);
            }
            warm = true;
        }
        return reader;
    }

    private Load.Result pages(Backend reader, String path) throws Exception {
        Callable<Load.Work> worker = () -> {
            var connection = RawConnection.to(reader);
            return number -> connection.get(path);
        };
        return Load.run(CONNECTIONS, pages, worker);
    }

    private Load.Work bareReads() throws Exception {
        var connection = DriverManager.getConnection(installation.running().database());
        var statement = connection.prepareStatement(NEWEST);
        return number -> {
            try (var rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        rows.getString(column);
                    }
                }
            }
        };
    }

    private static Map<String, String> filters() {
        var filters = new LinkedHashMap<String, String>();
        filters.put("newest 50", "/api/events?limit=50");
        filters.put("type", "/api/events?limit=50&type=release");
        filters.put("status", "/api/events?limit=50&status=failure");
        filters.put("author", "/api/events?limit=50&author=user7");
        filters.put("project", "/api/events?limit=50&project=org3/repo-77");
        filters.put("tag", "/api/events?limit=50&tag=team-3");
        filters.put("unknown tag", "/api/events?limit=50&tag=nothing");
        filters.put("key", "/api/events?limit=50&key=pull_request:org3/repo-77%231234");
        filters.put("entity", "/api/events?limit=50&entity=workflow_run:org3/repo-77%231234");
        filters.put("q, every event", "/api/events?limit=50&q=workflow");
        filters.put("q, no event", "/api/events?limit=50&q=zzzzzzzz");
        filters.put("with total", "/api/timeline?limit=50");
        return filters;
    }
}
