package io.painchain.simulator.api.route;

import java.util.List;

import io.painchain.simulator.api.call.TimeRange;
import io.painchain.simulator.http.Query;
import io.painchain.simulator.world.run.WorkflowRun;

/** The filters of the list of runs. A filtered list ends after 1,000 runs. */
final class RunFilter {

    static final int REACHABLE = 1_000;

    private static final List<String> NAMES = List.of("actor", "branch", "event", "status", "created", "head_sha",
            "check_suite_id");

    private final Query query;
    private final TimeRange created;

    RunFilter(Query query) {
        this.query = query;
        this.created = TimeRange.parse(query.get("created", ""));
    }

    boolean filters() {
        return NAMES.stream().anyMatch(query::has);
    }

    boolean accepts(WorkflowRun run) {
        return is("actor", run.actor().login()) && is("branch", run.headBranch()) && is("event", run.event())
                && is("head_sha", run.headCommit().sha())
                && is("check_suite_id", Long.toString(run.checkSuiteId(run.latest()))) && status(run)
                && created.contains(run.createdAt());
    }

    /** The status may name a conclusion as well. */
    private boolean status(WorkflowRun run) {
        return is("status", run.latest().status()) || is("status", run.latest().conclusion());
    }

    private boolean is(String name, String value) {
        return !query.has(name) || query.get(name, "").equalsIgnoreCase(value);
    }
}
