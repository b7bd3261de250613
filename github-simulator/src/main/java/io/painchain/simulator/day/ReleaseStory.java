package io.painchain.simulator.day;

import java.time.Instant;

import io.painchain.simulator.world.deployment.Deployment;
import io.painchain.simulator.world.deployment.Deployments;
import io.painchain.simulator.world.deployment.NewDeployment;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.release.Release;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;

/** A release, some as drafts or early ones first, and its way to staging and production. */
final class ReleaseStory implements Story {

    private final Scene scene;
    private final Repository repository;
    private final String version;

    ReleaseStory(Scene scene) {
        this.scene = scene;
        this.repository = scene.repository();
        this.version = "v1." + scene.nextNumber() + ".0";
    }

    @Override
    public void begin(Instant at) {
        NewRelease draft = new NewRelease(version).named("Service " + version).body("What is new in " + version)
                .assets("service.jar");
        if (scene.chance(0.2)) {
            Release waiting = repository.releases().create(draft.asDraft(), scene.somebody(at));
            scene.later(at, 5, 90, published -> {
                repository.releases().publish(waiting.id(), scene.somebody(published));
                deploy("staging", published);
            });
            return;
        }
        repository.releases().create(scene.chance(0.2) ? draft.asPrerelease() : draft, scene.somebody(at));
        deploy("staging", at);
    }

    private void deploy(String environment, Instant at) {
        WorkflowRun run = repository.runs().start(new NewRun("Deploy", version).on(version).event("release")
                .titled("Deploy " + version).jobs("deploy"), scene.somebody(at));
        Deployments deployments = repository.deployments();
        Deployment deployment = deployments.create(new NewDeployment(version, environment, "Deploy " + version),
                scene.somebody(at));
        deployments.status(deployment.id(), "queued", "Waits", run.id(), scene.somebody(at));
        scene.later(at, 1, 3, rolling -> {
            deployments.status(deployment.id(), "in_progress", "Rolls out", run.id(), scene.somebody(rolling));
            scene.later(rolling, 2, 20, done -> end(environment, run, deployment, done));
        });
    }

    private void end(String environment, WorkflowRun run, Deployment deployment, Instant at) {
        boolean fails = scene.chance(0.15);
        repository.runs().complete(run.id(), fails ? "failure" : "success", scene.somebody(at));
        repository.deployments().status(deployment.id(), fails ? "failure" : "success", null, run.id(),
                scene.somebody(at));
        if (!fails && environment.equals("staging")) {
            scene.later(at, 10, 120, next -> deploy("production", next));
        }
    }
}
