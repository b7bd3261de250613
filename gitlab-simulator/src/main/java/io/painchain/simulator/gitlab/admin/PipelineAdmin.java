package io.painchain.simulator.gitlab.admin;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.pipeline.Job;
import io.painchain.simulator.gitlab.world.pipeline.Job.NewJob;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.pipeline.Pipelines;
import io.painchain.simulator.gitlab.world.project.Project;

/** Pipelines and jobs. */
final class PipelineAdmin {

    private static final String LIST = "projects/*/pipelines";

    private final Subjects subjects;

    PipelineAdmin(World world) {
        this.subjects = new Subjects(world);
    }

    List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", LIST, this::create),
                AdminRoute.of("POST", LIST + "/*/start", call -> shown(all(call).start(call.id(1), call.body().by()))),
                AdminRoute.of("POST", LIST + "/*/block", call -> shown(all(call).block(call.id(1), call.body().by()))),
                AdminRoute.of("POST", LIST + "/*/retry", call -> shown(all(call).retry(call.id(1), call.body().by()))),
                AdminRoute.of("POST", LIST + "/*/finish", this::finish),
                AdminRoute.of("POST", LIST + "/*/children", this::child),
                AdminRoute.of("POST", "projects/*/jobs/*/finish", this::finishJob));
    }

    private JsonNode create(AdminCall call) throws AdminException {
        return shown(all(call).create(made(call), call.body().by()));
    }

    private JsonNode child(AdminCall call) throws AdminException {
        return shown(all(call).child(call.id(1), made(call), call.body().by()));
    }

    private JsonNode finish(AdminCall call) throws AdminException {
        return shown(all(call).finish(call.id(1), call.body().text("status", "success"), call.body().by()));
    }

    private JsonNode finishJob(AdminCall call) throws AdminException {
        Body body = call.body();
        Job job = all(call).finishJob(call.id(1), body.text("status", "success"), body.text("reason", null), body.by());
        return Body.object().put("id", job.id()).put("status", job.status());
    }

    private NewPipeline made(AdminCall call) {
        Project project = subjects.project(call);
        Body body = call.body();
        List<String> allowed = body.texts("allowedToFail");
        List<String> manual = body.texts("manual");
        List<String> names = body.has("jobs") ? body.texts("jobs") : List.of("build", "test");
        NewJob[] jobs = names.stream()
                .map(name -> new NewJob(name, name, allowed.contains(name), manual.contains(name), false))
                .toArray(NewJob[]::new);
        NewPipeline made = NewPipeline.of(body.text("ref", project.defaultBranch())).jobs(jobs)
                .source(body.text("source", "push")).named(body.text("name", null)).sha(body.text("sha", null));
        return body.flag("tag", false) ? made.ofTag() : made;
    }

    private Pipelines all(AdminCall call) {
        return subjects.project(call).pipelines();
    }

    private static JsonNode shown(Pipeline pipeline) {
        ObjectNode node = Body.object().put("id", pipeline.id()).put("status", pipeline.status());
        ArrayNode jobs = node.putArray("jobs");
        pipeline.jobs().forEach(job -> jobs.addObject().put("id", job.id()).put("name", job.made().name())
                .put("status", job.status()));
        return node;
    }
}
