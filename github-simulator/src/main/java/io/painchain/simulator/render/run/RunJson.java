package io.painchain.simulator.render.run;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.Times;
import io.painchain.simulator.render.repository.RepositoryJson;
import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.RunAttempt;
import io.painchain.simulator.world.run.WorkflowRun;

/** Workflow runs. */
public final class RunJson {

    private RunJson() {
    }

    /** The run as it was or is in one of its attempts. */
    public static ObjectNode run(Links links, Repository repository, WorkflowRun run, RunAttempt attempt) {
        String url = links.api(repository);
        String self = url + "/actions/runs/" + run.id();
        long suite = run.checkSuiteId(attempt);
        ObjectNode node = object().put("id", run.id()).put("name", run.workflow().name())
                .put("node_id", NodeIds.of("WFR", run.id())).put("head_branch", run.headBranch())
                .put("head_sha", run.headCommit().sha()).put("path", run.workflow().path())
                .put("display_title", run.displayTitle()).put("run_number", run.runNumber()).put("event", run.event())
                .put("status", attempt.status()).put("conclusion", attempt.conclusion())
                .put("workflow_id", run.workflow().id()).put("check_suite_id", suite)
                .put("check_suite_node_id", NodeIds.of("CS", suite)).put("url", self)
                .put("html_url", links.html(repository) + "/actions/runs/" + run.id());
        node.putArray("pull_requests");
        run.pullRequests().forEach(pull -> node.withArray("pull_requests").add(pullReference(links, pull)));
        node.put("created_at", Times.of(run.createdAt())).put("updated_at", Times.of(attempt.updatedAt()));
        node.set("actor", links.account(run.actor()));
        node.put("run_attempt", attempt.number());
        node.putArray("referenced_workflows");
        node.put("run_started_at", Times.of(attempt.startedAt()));
        node.set("triggering_actor", links.account(attempt.triggeringActor()));
        String attemptUrl = attempt.number() == 1 ? self : self + "/attempts/" + attempt.number();
        node.put("jobs_url", attemptUrl + "/jobs").put("logs_url", attemptUrl + "/logs")
                .put("check_suite_url", url + "/check-suites/" + suite).put("artifacts_url", self + "/artifacts")
                .put("cancel_url", self + "/cancel").put("rerun_url", self + "/rerun")
                .put("previous_attempt_url",
                        attempt.number() == 1 ? null : self + "/attempts/" + (attempt.number() - 1))
                .put("workflow_url", url + "/actions/workflows/" + run.workflow().id());
        node.set("head_commit", headCommit(run.headCommit()));
        node.set("repository", RepositoryJson.minimal(links, repository));
        Repository head = run.headRepository();
        node.set("head_repository", head == null ? null : RepositoryJson.minimal(links, head));
        return node;
    }

    private static ObjectNode headCommit(Commit commit) {
        ObjectNode node = object().put("id", commit.sha()).put("tree_id", commit.tree())
                .put("message", commit.message()).put("timestamp", Times.of(commit.date()));
        node.set("author", object().put("name", commit.author().name()).put("email", commit.author().email()));
        node.set("committer", object().put("name", commit.author().name()).put("email", commit.author().email()));
        return node;
    }

    private static ObjectNode pullReference(Links links, PullRequest pull) {
        ObjectNode node = object().put("url", links.api(pull.base()) + "/pulls/" + pull.number()).put("id", pull.id())
                .put("number", pull.number());
        node.set("head", branch(links, pull.head(), pull.headRef(), pull.headSha()));
        node.set("base", branch(links, pull.base(), pull.baseRef(), pull.baseSha()));
        return node;
    }

    private static ObjectNode branch(Links links, Repository repository, String ref, String sha) {
        ObjectNode node = object().put("ref", ref).put("sha", sha);
        node.set("repo", repository == null ? null : RepositoryJson.reference(links, repository));
        return node;
    }
}
