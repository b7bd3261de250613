package io.painchain.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.delivery.DeploymentJson;
import io.painchain.simulator.render.delivery.ReleaseJson;
import io.painchain.simulator.render.issue.IssueJson;
import io.painchain.simulator.render.pull.PullRequestJson;
import io.painchain.simulator.render.pull.ReviewJson;
import io.painchain.simulator.render.repository.RepositoryJson;
import io.painchain.simulator.render.run.RunJson;
import io.painchain.simulator.world.git.Activity;
import io.painchain.simulator.world.git.ActivityType;
import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.issue.IssueEvent;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.RunAttempt;
import io.painchain.simulator.world.run.WorkflowRun;

/** What GitHub's webhooks say of what happened in a repository since the last look, as it is by then. */
final class HookPayloads {

    private static final String NOTHING = "0".repeat(40);
    private static final Set<String> STEPS = Set.of("closed", "reopened", "labeled");

    private final String api;
    private final String pages;
    private final Instant since;
    private final Map<Long, Long> versions = new HashMap<>();
    private final Set<Object> told = new HashSet<>();
    private List<Hooked> found;
    private Repository repository;
    private Links links;

    /** An event's name and its payload. */
    record Hooked(String event, ObjectNode payload) {
    }

    /** @param since what happened before is never told */
    HookPayloads(String api, String pages, Instant since) {
        this.api = api;
        this.pages = pages;
        this.since = since;
    }

    List<Hooked> news(Repository of) {
        if (Long.valueOf(of.version()).equals(versions.put(of.id(), of.version()))) {
            return List.of();
        }
        return of.read(() -> {
            found = new ArrayList<>();
            repository = of;
            links = new Links(api, pages);
            List<Activity> moves = new ArrayList<>(of.activities().newestFirst());
            Collections.reverse(moves);
            moves.forEach(this::moved);
            of.pulls().all().forEach(this::pull);
            of.issues().all().stream().filter(issue -> issue.pull() == null && isNew("issue", issue.id(), issue.createdAt()))
                    .forEach(issue -> add("issues", "opened", "issue", IssueJson.full(links, of, issue)));
            of.issueEvents().newestFirst().forEach(this::step);
            of.runs().newestFirst().forEach(this::run);
            of.releases().newestFirst().stream()
                    .filter(release -> isNew("release", release.id() + " " + release.draft(), release.updatedAt()))
                    .forEach(release -> add("release", "published", "release", ReleaseJson.release(links, of, release)));
            deployments();
            of.git().tagChanges().stream().filter(change -> isNew("tag", change, change.at()))
                    .forEach(change -> found.add(new Hooked(change.created() ? "create" : "delete",
                            body("ref_type", "tag").put("ref", change.tag()))));
            return found;
        });
    }

    private boolean isNew(String kind, Object id, Instant at) {
        return at != null && !at.isBefore(since) && told.add(List.of(kind, repository.id(), id));
    }

    private void add(String event, String action, String field, ObjectNode json) {
        ObjectNode payload = body("action", action);
        payload.set(field, json);
        found.add(new Hooked(event, payload));
    }

    private ObjectNode body(String field, String value) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put(field, value);
        payload.set("repository", RepositoryJson.full(links, repository));
        payload.putObject("sender").put("login", "somebody");
        return payload;
    }

    private void pull(PullRequest pull) {
        if (isNew("opened", pull.id(), pull.issue().createdAt())) {
            add("pull_request", "opened", "pull_request", PullRequestJson.full(links, pull));
        }
        if (pull.merged() && isNew("merged", pull.id(), pull.mergedAt())) {
            add("pull_request", "closed", "pull_request", PullRequestJson.full(links, pull));
        }
        pull.reviews().stream().filter(review -> isNew("review", review.id(), review.submittedAt())).forEach(review -> {
            add("pull_request_review", "submitted", "review", ReviewJson.review(links, pull, review));
            found.get(found.size() - 1).payload().set("pull_request", PullRequestJson.listed(links, pull));
        });
    }

    private void step(IssueEvent event) {
        PullRequest pull = repository.pulls().find(event.issue().number()).orElse(null);
        boolean merge = pull != null && pull.merged() && event.event().equals("closed");
        if (!STEPS.contains(event.event()) || merge || !isNew("step", event.id(), event.createdAt())) {
            return;
        }
        if (pull == null) {
            add("issues", event.event(), "issue", IssueJson.full(links, repository, event.issue()));
        } else {
            add("pull_request", event.event(), "pull_request", PullRequestJson.full(links, pull));
        }
    }

    private void run(WorkflowRun run) {
        for (RunAttempt attempt : run.attempts()) {
            if (isNew("run", run.id() + " " + attempt.number() + attempt.status(), attempt.updatedAt())) {
                add("workflow_run", attempt.completed() ? "completed" : "requested", "workflow_run",
                        RunJson.run(links, repository, run, attempt));
            }
        }
    }

    private void deployments() {
        repository.deployments().newestFirst().forEach(deployment -> {
            ObjectNode json = DeploymentJson.deployment(links, repository, deployment);
            if (isNew("deployment", deployment.id(), deployment.createdAt())) {
                add("deployment", "created", "deployment", json);
            }
            deployment.statuses().stream().filter(status -> isNew("status", status.id(), status.createdAt()))
                    .forEach(status -> {
                        add("deployment_status", "created", "deployment", json.deepCopy());
                        found.get(found.size() - 1).payload().set("deployment_status",
                                DeploymentJson.status(links, repository, deployment, status));
                    });
        });
    }

    private void moved(Activity move) {
        if (!isNew("move", move.id(), move.timestamp())) {
            return;
        }
        boolean created = move.type() == ActivityType.BRANCH_CREATION;
        boolean deleted = move.type() == ActivityType.BRANCH_DELETION;
        if (created || deleted) {
            found.add(new Hooked(created ? "create" : "delete", body("ref_type", "branch").put("ref", move.branch())));
        }
        ObjectNode payload = body("ref", move.ref()).put("before", created ? NOTHING : move.before())
                .put("after", deleted ? NOTHING : move.after()).put("created", created).put("deleted", deleted)
                .put("forced", move.type() == ActivityType.FORCE_PUSH);
        payload.withObject("/repository").put("pushed_at", move.timestamp().getEpochSecond());
        if (!deleted) {
            Commit head = repository.git().commits().get(move.after());
            payload.putObject("head_commit").put("id", head.sha()).put("message", head.message()).put("timestamp",
                    head.date().toString());
        }
        payload.putArray("commits");
        found.add(new Hooked("push", payload));
    }
}
