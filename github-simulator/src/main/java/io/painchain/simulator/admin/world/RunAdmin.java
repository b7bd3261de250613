package io.painchain.simulator.admin.world;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRuns;

/** Workflow runs. */
public final class RunAdmin {

    private final World world;

    public RunAdmin(World world) {
        this.world = world;
    }

    public List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", "repos/*/*/runs", this::start),
                AdminRoute.of("POST", "repos/*/*/runs/*/progress", this::progress),
                AdminRoute.of("POST", "repos/*/*/runs/*/hold", this::hold),
                AdminRoute.of("POST", "repos/*/*/runs/*/complete", this::complete),
                AdminRoute.of("POST", "repos/*/*/runs/*/cancel", this::cancel),
                AdminRoute.of("POST", "repos/*/*/runs/*/conclude", this::conclude),
                AdminRoute.of("POST", "repos/*/*/runs/*/touch", this::touch),
                AdminRoute.of("DELETE", "repos/*/*/runs/*", this::delete),
                AdminRoute.of("POST", "repos/*/*/runs/*/rerun", this::rerun));
    }

    private JsonNode start(AdminCall call) throws AdminException {
        Body body = call.body();
        List<Integer> pulls = new ArrayList<>();
        if (body.has("pull")) {
            pulls.add(body.number("pull", 0));
        }
        List<String> jobs = body.texts("jobs");
        NewRun draft = new NewRun(body.text("workflow", "CI"), body.text("branch", "main"), body.text("sha", null),
                body.text("event", "push"), body.text("title", null), body.text("status", "in_progress"),
                jobs.isEmpty() ? List.of("build") : jobs, pulls, body.text("fork", null));
        return Shown.run(runs(call).start(draft, body.by()));
    }

    private JsonNode progress(AdminCall call) throws AdminException {
        runs(call).progress(call.id(2), call.body().by());
        return shown(call);
    }

    private JsonNode hold(AdminCall call) throws AdminException {
        runs(call).hold(call.id(2), call.body().text("status", "waiting"), call.body().by());
        return shown(call);
    }

    /** {@code {"conclusion": null}} leaves open what came of it. */
    private JsonNode complete(AdminCall call) throws AdminException {
        String usual = call.body().json().has("conclusion") ? null : "success";
        runs(call).complete(call.id(2), call.body().text("conclusion", usual), call.body().by());
        return shown(call);
    }

    private JsonNode conclude(AdminCall call) throws AdminException {
        runs(call).conclude(call.id(2), call.body().text("conclusion", "success"), call.body().by());
        return shown(call);
    }

    private JsonNode touch(AdminCall call) throws AdminException {
        runs(call).touch(call.id(2), call.body().by());
        return shown(call);
    }

    private JsonNode delete(AdminCall call) throws AdminException {
        runs(call).delete(call.id(2));
        return Body.object().put("deleted", call.id(2));
    }

    private JsonNode cancel(AdminCall call) throws AdminException {
        runs(call).complete(call.id(2), "cancelled", call.body().by());
        return shown(call);
    }

    private JsonNode rerun(AdminCall call) throws AdminException {
        runs(call).rerun(call.id(2), call.body().by());
        return shown(call);
    }

    private JsonNode shown(AdminCall call) throws AdminException {
        return Shown.run(runs(call).get(call.id(2)));
    }

    private WorkflowRuns runs(AdminCall call) {
        return world.repository(call.repository()).runs();
    }
}
