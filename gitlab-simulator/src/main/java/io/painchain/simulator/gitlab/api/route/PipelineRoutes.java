package io.painchain.simulator.gitlab.api.route;

import java.util.Comparator;
import java.util.List;

import io.painchain.simulator.gitlab.api.call.Answer;
import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.gitlab.api.call.Call;
import io.painchain.simulator.gitlab.api.call.Keyset;
import io.painchain.simulator.gitlab.api.call.Ordering;
import io.painchain.simulator.gitlab.api.call.Pages;
import io.painchain.simulator.gitlab.render.JobJson;
import io.painchain.simulator.gitlab.render.PipelineJson;
import io.painchain.simulator.gitlab.world.pipeline.Job;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Feature;

/** Pipelines, their jobs and bridges. */
final class PipelineRoutes {

    private static final String LIST = "/projects/:id/pipelines";
    private static final String ONE = LIST + "/:pipeline";
    private static final String JOBS = "/projects/:id/jobs";

    private PipelineRoutes() {
    }

    static List<Route> all() {
        return List.of(of(LIST, PipelineRoutes::list),
                of(ONE, call -> Answer.of(PipelineJson.single(call.project(), pipeline(call), call.rendering()))),
                of(ONE + "/jobs", call -> jobs(call, false)), of(ONE + "/bridges", call -> jobs(call, true)),
                of(JOBS, PipelineRoutes::projectJobs), of(JOBS + "/:job", PipelineRoutes::job));
    }

    private static Route of(String template, Route.Handler handler) {
        return Route.of(template, Feature.BUILDS, handler);
    }

    /** Without the children, unless their source is asked for and the server knows it. */
    private static Answer list(Call call) throws ApiException {
        String source = call.text("source");
        boolean children = "parent_pipeline".equals(source) && call.traits().listsChildren();
        List<Pipeline> all = call.project().pipelines().all().stream().filter(one -> (one.parent() != null) == children)
                .filter(one -> source == null || one.made().source().equals(source))
                .filter(one -> call.query().get("ref", one.made().ref()).equals(one.made().ref()))
                .filter(one -> call.query().get("sha", one.sha()).equals(one.sha()))
                .filter(one -> call.query().get("status", one.status()).equals(one.status())).toList();
        List<Pipeline> within = Ordering.created(call, Ordering.updated(call, all, Pipeline::updatedAt),
                Pipeline::createdAt);
        return Pages.counted(call, Ordering.sort(call, within, Pipeline::createdAt, Pipeline::updatedAt, Pipeline::id),
                one -> PipelineJson.of(call.project(), one, call.rendering()));
    }

    /** Newest first; jobs that were retried only where they are asked for. */
    private static Answer jobs(Call call, boolean bridges) throws ApiException {
        Pipeline pipeline = pipeline(call);
        List<Job> jobs = pipeline.jobs().stream().filter(job -> job.made().bridge() == bridges)
                .filter(job -> call.flag("include_retried") || !job.retried())
                .filter(job -> call.query().get("scope[]", call.query().get("scope", job.status())).equals(job.status()))
                .sorted(Comparator.comparingLong(Job::id).reversed()).toList();
        return Pages.counted(call, jobs, job -> JobJson.of(call.project(), pipeline, job, call.rendering()));
    }

    private static Answer projectJobs(Call call) throws ApiException {
        List<Job> jobs = call.project().pipelines().all().stream().flatMap(one -> one.jobs().stream())
                .filter(job -> !job.made().bridge())
                .sorted(Comparator.comparingLong(Job::id).reversed()).toList();
        if (Keyset.asked(call)) {
            return Keyset.byCursor(call, jobs, Job::id,
                    job -> JobJson.of(call.project(), call.project().pipelines().ofJob(job.id()), job, call.rendering()));
        }
        Pages.limitOffset(call, "Ci::Build");
        return Pages.uncounted(call, jobs,
                job -> JobJson.of(call.project(), call.project().pipelines().ofJob(job.id()), job, call.rendering()));
    }

    private static Answer job(Call call) throws ApiException {
        long id = call.id(0);
        for (Pipeline pipeline : call.project().pipelines().all()) {
            for (Job job : pipeline.jobs()) {
                if (job.id() == id) {
                    return Answer.of(JobJson.of(call.project(), pipeline, job, call.rendering()));
                }
            }
        }
        throw ApiException.message(404, "Not found");
    }

    private static Pipeline pipeline(Call call) throws ApiException {
        long id = call.id(0);
        return call.project().pipelines().all().stream().filter(one -> one.id() == id).findFirst()
                .orElseThrow(() -> ApiException.message(404, "Not found"));
    }
}
