package io.painchain.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Logger;

/**
 * Fills a tenant with events unless it has them, then reads its timeline by each filter, one request after the other.
 * Arguments: the backend's address, the tenant, how many events it is to have.
 */
final class ReadBenchmark {

    private static final Logger LOG = Logger.getLogger("benchmark");
    private static final int SIZE = 500;
    private static final int TIMES = 50;

    private ReadBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        var backend = Backend.at(arguments[0], arguments[1]).keepingOldEvents();
        fill(backend, Integer.parseInt(arguments[2]));
        for (var query : queries().entrySet()) {
            LOG.info(() -> "%-32s %s".formatted(query.getKey(), time(backend, query.getValue())));
        }
    }

    private static String time(Backend backend, String path) {
        try {
            return Load.run(1, TIMES, () -> number -> backend.get(path)).latencies();
        } catch (Exception e) {
            return "failed: " + e.getMessage();
        }
    }

    private static void fill(Backend backend, int events) throws Exception {
        if (!backend.get("/api/events?limit=1").equals("[]")) {
            return;
        }
        var filled = Load.run(2, events / SIZE,
                () -> number -> backend.postUntilTaken("/api/events/batch",
                        SampleEvents.batch(SampleEvents.drafts((long) number * SIZE, 1, SIZE).get(0))));
        LOG.info(() -> "%d events: %.0f events/s (%s)".formatted(events, filled.perSecond(SIZE), filled.latencies()));
    }

    private static Map<String, String> queries() {
        var queries = new LinkedHashMap<String, String>();
        queries.put("newest 50", "/api/events");
        queries.put("newest 500", "/api/events?limit=500");
        queries.put("old window", "/api/events?from=2025-01-05&to=2025-01-05T01:00:00Z");
        queries.put("project", "/api/events?project=org3/repo-77");
        queries.put("author", "/api/events?author=user7");
        queries.put("two authors", "/api/events?author=user7&author=user8");
        queries.put("status", "/api/events?status=failure");
        queries.put("unknown status", "/api/events?status=nothing");
        queries.put("type and project", "/api/events?type=release&project=org3/repo-77");
        queries.put("connector", "/api/events?connector=github");
        queries.put("unknown connector", "/api/events?connector=nothing");
        queries.put("entity", "/api/events?entity=workflow_run:org3/repo-77%231234");
        queries.put("key", "/api/events?key=pull_request:org3/repo-77%231234");
        queries.put("tag", "/api/events?tag=team-3");
        queries.put("unknown tag", "/api/events?tag=nothing");
        queries.put("q, every event", "/api/events?q=workflow");
        queries.put("q, 0.02 %", "/api/events?q=org3/repo-77");
        queries.put("q, 0.5 % (an author)", "/api/events?q=user7%20main");
        queries.put("q, no event", "/api/events?q=zzzzzzzz");
        queries.put("q, phrase of no event", "/api/events?q=%22main%20workflow%22");
        queries.put("q, SHA by prefix", "/api/events?q=abcdef1");
        queries.put("q with tag", "/api/events?q=user7&tag=tier-1");
        queries.put("timeline with total", "/api/timeline");
        queries.put("timeline with total of q", "/api/timeline?q=user7%20main");
        queries.put("projects", "/api/projects");
        queries.put("tags", "/api/tags");
        queries.put("stats of a day", "/api/stats?from=2025-01-05&to=2025-01-06");
        queries.put("stats of all", "/api/stats");
        queries.put("histogram of a day", "/api/events/histogram?from=2025-01-05&to=2025-01-06");
        queries.put("histogram of all, by type", "/api/events/histogram?from=2025-01-01&to=2025-02-01&by=type");
        queries.put("histogram of all, by project", "/api/events/histogram?from=2025-01-01&to=2025-02-01&by=project");
        queries.put("histogram of all, of q", "/api/events/histogram?from=2025-01-01&to=2025-02-01&q=user7");
        return queries;
    }
}
