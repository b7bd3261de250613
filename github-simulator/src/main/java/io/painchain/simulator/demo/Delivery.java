package io.painchain.simulator.demo;

import java.time.Instant;

import io.painchain.simulator.story.Pace;
import io.painchain.simulator.story.Timetable;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.deployment.Deployment;
import io.painchain.simulator.world.deployment.NewDeployment;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;

/** From a merged change to production: the build of main, a release, its deployment. */
final class Delivery {

    private final Stage stage;
    private final Timetable timetable;
    private final Pace pace;

    Delivery(Stage stage, Timetable timetable, Pace pace) {
        this.stage = stage;
        this.timetable = timetable;
        this.pace = pace;
    }

    void buildMain(String service, String login, Instant moment, Runnable whenGreen) {
        Repository repository = stage.repository(service);
        WorkflowRun run = repository.runs().start(new NewRun("CI", "main").jobs("build", "integration-tests"),
                By.user(login).at(moment));
        boolean fails = stage.chance(0.08);
        timetable.plan(pace.after(moment, 2), at -> {
            repository.runs().complete(run.id(), fails ? "failure" : "success", By.user(login).at(at));
            if (fails) {
                timetable.plan(pace.after(at, 1), again -> rerun(repository, run, login, again, whenGreen));
            } else {
                whenGreen.run();
            }
        });
    }

    void release(String service, String version, String notes, String login, Instant moment) {
        Repository repository = stage.repository(service);
        repository.releases().create(
                new NewRelease(version).named(service + " " + version.substring(1)).body(notes),
                By.user(login).at(moment));
        deploy(repository, version, login, moment);
    }

    private void rerun(Repository repository, WorkflowRun run, String login, Instant moment, Runnable whenGreen) {
        repository.runs().rerun(run.id(), By.user(login).at(moment));
        timetable.plan(pace.after(moment, 2), at -> {
            repository.runs().complete(run.id(), "success", By.user(login).at(at));
            whenGreen.run();
        });
    }

    private void deploy(Repository repository, String version, String login, Instant moment) {
        WorkflowRun run = repository.runs().start(new NewRun("Deploy", version).on(version).event("release")
                .titled("Deploy " + version).jobs("deploy"), By.user(login).at(moment));
        Deployment deployment = repository.deployments()
                .create(new NewDeployment(version, "production", "Deploy " + version), stage.bot(moment));
        repository.deployments().status(deployment.id(), "in_progress", "Rolling out", run.id(), stage.bot(moment));
        timetable.plan(pace.after(moment, 1.5), at -> {
            repository.runs().complete(run.id(), "success", By.user(login).at(at));
            repository.deployments().status(deployment.id(), "success", "All replicas are up", run.id(),
                    stage.bot(at));
        });
    }
}
