package io.painchain.simulator.truth;

import io.painchain.simulator.world.deployment.Deployment;
import io.painchain.simulator.world.release.Release;
import io.painchain.simulator.world.run.RunAttempt;
import io.painchain.simulator.world.run.WorkflowRun;

/** Workflow runs, releases and deployments. */
final class Deliveries {

    private Deliveries() {
    }

    static void addTo(Found found) {
        found.repository().runs().newestFirst().forEach(run -> run(found, run));
        found.repository().releases().newestFirst().forEach(release -> release(found, release));
        found.repository().deployments().newestFirst().forEach(deployment -> deployment(found, deployment));
    }

    private static void run(Found found, WorkflowRun run) {
        for (RunAttempt attempt : run.attempts()) {
            String suffix = attempt.number() == 1 ? "" : "#attempt-" + attempt.number();
            found.add("workflow_run", "workflow-" + found.name() + "-" + run.id() + suffix,
                    attempt.conclusion() == null ? attempt.status() : attempt.conclusion(), attempt.startedAt());
        }
    }

    /** Who may write sees drafts, too. */
    private static void release(Found found, Release release) {
        String id = "release-" + found.name() + "-" + release.id();
        if (release.draft()) {
            found.add("release", id, "draft", release.createdAt());
        } else {
            found.add("release", id, release.prerelease() ? "prerelease" : "published", release.publishedAt());
        }
    }

    /** The deployment is the moment of its creation; what became of it are its statuses. */
    private static void deployment(Found found, Deployment deployment) {
        String id = "deployment-" + found.name() + "-" + deployment.id();
        found.add("deployment", id, "created", deployment.createdAt());
        deployment.statuses().forEach(status -> found.add("deployment_status", id + "#status-" + status.id(),
                status.state(), status.createdAt()));
    }
}
