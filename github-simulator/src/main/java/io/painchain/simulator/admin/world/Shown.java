package io.painchain.simulator.admin.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.world.deployment.Deployment;
import io.painchain.simulator.world.git.Activity;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.issue.IssueEvent;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.release.Release;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.WorkflowRun;

/** What admin routes answer about the things that they made or changed. */
final class Shown {

    private Shown() {
    }

    static ObjectNode repository(Repository repository) {
        return Body.object().put("id", repository.id()).put("fullName", repository.fullName());
    }

    static ObjectNode activity(Activity activity) {
        return Body.object().put("id", activity.id()).put("ref", activity.ref()).put("before", activity.before())
                .put("after", activity.after()).put("type", activity.type().wireName());
    }

    static ObjectNode issue(Issue issue) {
        return Body.object().put("id", issue.id()).put("number", issue.number()).put("title", issue.title())
                .put("state", issue.open() ? "open" : "closed");
    }

    static ObjectNode event(IssueEvent event) {
        return issue(event.issue()).put("event", event.event()).put("eventId", event.id());
    }

    static ObjectNode pull(PullRequest pull) {
        return issue(pull.issue()).put("merged", pull.merged()).put("headSha", pull.headSha())
                .put("mergeCommitSha", pull.mergeCommitSha());
    }

    static ObjectNode run(WorkflowRun run) {
        return Body.object().put("id", run.id()).put("name", run.workflow().name())
                .put("headSha", run.headCommit().sha()).put("attempt", run.latest().number())
                .put("status", run.latest().status()).put("conclusion", run.latest().conclusion());
    }

    static ObjectNode release(Release release) {
        return Body.object().put("id", release.id()).put("tag", release.tag()).put("name", release.name())
                .put("draft", release.draft());
    }

    static ObjectNode deployment(Deployment deployment) {
        return Body.object().put("id", deployment.id()).put("sha", deployment.sha()).put("environment",
                deployment.environment());
    }
}
