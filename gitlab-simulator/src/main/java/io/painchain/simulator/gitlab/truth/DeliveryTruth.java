package io.painchain.simulator.gitlab.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Project;

/** Pipelines, failed jobs, deployments, releases and feature flags. */
final class DeliveryTruth {

    private DeliveryTruth() {
    }

    static List<TrueEvent> of(Project project) {
        List<TrueEvent> all = new ArrayList<>();
        String path = project.firstPath();
        project.pipelines().all().forEach(pipeline -> pipeline(all, path, pipeline));
        project.deployments().all().forEach(deployment -> {
            String id = "deployment-" + path + "-" + deployment.id();
            all.add(new TrueEvent("deployment", id, deployment.status(), deployment.createdAt()));
            all.add(new TrueEvent("deployment_status", id + "#" + deployment.status(), deployment.status(),
                    deployment.updatedAt()));
        });
        project.releases().all().forEach(release -> all
                .add(new TrueEvent("release", "release-" + path + "-" + release.tag(), null, release.releasedAt())));
        project.featureFlags().all().forEach(flag -> all.add(new TrueEvent("feature_flag",
                "flag-" + path + "-" + flag.name() + "@" + flag.updatedAt(), flag.active() ? "on" : "off",
                flag.updatedAt())));
        return all;
    }

    /** Statuses that deployments had for a while. */
    static List<TrueEvent> passing(Project project) {
        List<TrueEvent> all = new ArrayList<>();
        project.deployments().all().forEach(deployment -> deployment.history().forEach(
                status -> all.add(new TrueEvent("deployment_status", "deployment-" + project.firstPath() + "-" + deployment.id()
                        + "#" + status.word(), status.word(), status.at()))));
        return all;
    }

    /** A child is an event of its own only when it failed; a failed job outlives the success of its retry. */
    private static void pipeline(List<TrueEvent> all, String path, Pipeline pipeline) {
        boolean shown = pipeline.parent() == null || pipeline.status().equals("failed");
        if (shown) {
            all.add(new TrueEvent("pipeline", "pipeline-" + path + "-" + pipeline.id(), pipeline.status(),
                    start(pipeline)));
            pipeline.jobs().stream().filter(job -> job.failed() && !job.made().bridge()).forEach(
                    job -> all.add(new TrueEvent("job", "job-" + path + "-" + job.id(), "failed", job.finishedAt())));
        }
    }

    private static Instant start(Pipeline pipeline) {
        return pipeline.startedAt() == null ? pipeline.createdAt() : pipeline.startedAt();
    }
}
