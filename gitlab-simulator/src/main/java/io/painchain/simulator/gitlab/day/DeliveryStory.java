package io.painchain.simulator.gitlab.day;

import java.time.Instant;

import io.painchain.simulator.gitlab.world.deployment.Deployment;
import io.painchain.simulator.gitlab.world.deployment.Deployment.NewDeployment;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Project;

/** A tag, its pipeline that deploys, its release; and what fails on the way. */
final class DeliveryStory {

    private final Scene scene;
    private final Project project;
    private final String tag;

    DeliveryStory(Scene scene) {
        this.scene = scene;
        this.project = scene.project();
        this.tag = scene.fresh("v1");
    }

    void begin(Instant at) {
        project.pushes().tag(tag, "main", scene.chance(0.5) ? "What is new" : null, scene.somebody(at));
        Pipeline[] pipeline = new Pipeline[1];
        pipeline[0] = scene.run(NewPipeline.of(tag, "build", "deploy").ofTag(), at.plusSeconds(1), green -> {
            Deployment deployment = project.deployments().create(
                    NewDeployment.of(tag, "production").ofTag().by(pipeline[0].jobs().get(1)), "running",
                    scene.somebody(green));
            scene.later(green, 1, 15, ended -> end(deployment, ended));
        });
    }

    private void end(Deployment deployment, Instant at) {
        boolean fails = scene.chance(0.15);
        project.deployments().become(deployment.id(), fails ? "failed" : "success", scene.somebody(at));
        if (!fails) {
            scene.later(at, 0, 30, out -> project.releases().create(tag, tag, "Release " + tag, null, scene.somebody(out)));
        }
    }
}
