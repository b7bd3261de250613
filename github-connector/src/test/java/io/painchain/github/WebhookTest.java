package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.webhook.ReplayHandler;
import io.painchain.github.rig.Asked;
import io.painchain.github.rig.Hooks;
import io.painchain.github.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.model.event.Outcome;
import io.painchain.model.task.ReplayOutput;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.WebhookInput;
import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookOutput;
import io.painchain.model.task.WebhookOutput.State;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.deployment.Deployment;
import io.painchain.simulator.world.deployment.NewDeployment;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;
import io.quarkus.test.junit.QuarkusTest;

/** What webhooks say, and that a poll of the same change finds it unchanged. */
@QuarkusTest
class WebhookTest {

    private static final By ALICE = By.user("alice");
    private static final String NOTHING = "0".repeat(40);

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.synced("acme/api");
    private final Hooks hooks = new Hooks(rig, "acme/api");

    private static void assertMapped(WebhookOutput.Outcome outcome, String id) {
        assertThat(outcome.state()).as(String.valueOf(outcome)).isEqualTo(State.mapped);
        assertThat(outcome.events()).containsExactly(id);
    }

    /** @return what a poll made of it */
    private void pollFinds(String id, EventDraft byHook) {
        rig.backend.forgetRequests();
        rig.settle();
        assertThat(rig.backend.requests()).contains("POST /api/events/batch");
        EventDraft now = rig.backend.event(Rig.INTEGRATION, id);
        assertThat(now).isEqualTo(byHook);
        assertThat(rig.backend.revisions(Rig.INTEGRATION, id)).isEqualTo(1);
        assertThat(rig.backend.count(Outcome.unchanged)).isPositive();
    }

    private EventDraft event(String id) {
        return rig.backend.event(Rig.INTEGRATION, id);
    }

    @Test
    void tellsARunAsThePollDoes() {
        // Given
        rig.clock.tick(Duration.ofSeconds(5));
        WorkflowRun run = api.runs().start(new NewRun("Build", "main"), ALICE);
        JsonNode begun = hooks.record("/actions/runs/" + run.id());
        api.runs().complete(run.id(), "success", ALICE);
        JsonNode finished = hooks.record("/actions/runs/" + run.id());
        String id = "workflow-acme/api-" + run.id();

        // When the end comes before the beginning, and twice
        List<WebhookOutput.Outcome> outcomes = hooks.digest(
                hooks.of("workflow_run", Map.of("action", "completed", "workflow_run", finished)),
                hooks.of("workflow_run", Map.of("action", "in_progress", "workflow_run", begun)),
                hooks.of("workflow_run", Map.of("action", "completed", "workflow_run", finished)));

        // Then
        outcomes.forEach(outcome -> assertMapped(outcome, id));
        assertThat(event(id).status()).isEqualTo("success");
        pollFinds(id, event(id));
    }

    @Test
    void tellsReleasesDeploymentsAndIssuesAsThePollDoes() {
        // Given
        rig.clock.tick(Duration.ofSeconds(5));
        Deployment deployment = api.deployments().create(new NewDeployment("main", "production", "Ship it"), ALICE);
        api.deployments().status(deployment.id(), "success", null, ALICE);
        api.releases().create(new NewRelease("v1"), ALICE);
        int issue = api.issues().open(new NewIssue("It breaks"), ALICE).number();
        JsonNode release = hooks.record("/releases").get(0);
        JsonNode deployed = hooks.record("/deployments/" + deployment.id());
        JsonNode status = hooks.record("/deployments/" + deployment.id() + "/statuses").get(0);

        // When
        List<WebhookOutput.Outcome> outcomes = hooks.digest(
                hooks.of("release", Map.of("action", "published", "release", release)),
                hooks.of("deployment", Map.of("action", "created", "deployment", deployed)),
                hooks.of("deployment_status", Map.of("deployment", deployed, "deployment_status", status)),
                hooks.of("issues", Map.of("action", "opened", "issue", hooks.record("/issues/" + issue))));

        // Then
        assertThat(outcomes).allMatch(outcome -> outcome.state() == State.mapped);
        Map<String, EventDraft> told = outcomes.stream().map(outcome -> outcome.events().get(0))
                .collect(java.util.stream.Collectors.toMap(id -> id, this::event));
        assertThat(told.keySet()).contains("release-acme/api-" + release.get("id"), "deployment-acme/api-" + deployment.id(),
                "deployment-acme/api-" + deployment.id() + "#status-" + status.get("id"),
                "issue-acme/api-" + issue + "#opened");
        rig.settle();
        told.forEach((id, draft) -> {
            assertThat(event(id)).isEqualTo(draft);
            assertThat(rig.backend.revisions(Rig.INTEGRATION, id)).as(id).isEqualTo(1);
        });
    }

    @Test
    void tellsAMergeAtOnceAndLeavesItsDetailsToThePoll() {
        // Given
        rig.clock.tick(Duration.ofSeconds(5));
        PullRequest pull = api.pulls().open(new NewPull("Add login", "login"), ALICE);
        JsonNode opened = hooks.record("/pulls/1");
        rig.clock.tick(Duration.ofSeconds(5));
        api.pulls().merge(pull.number(), MergeMethod.MERGE, ALICE);
        JsonNode merged = hooks.record("/pulls/1");

        // When
        List<WebhookOutput.Outcome> outcomes = hooks.digest(
                hooks.of("pull_request", Map.of("action", "closed", "pull_request", merged)),
                hooks.of("pull_request", Map.of("action", "opened", "pull_request", opened)));

        // Then
        assertMapped(outcomes.get(0), "pr-acme/api-1#merged");
        assertMapped(outcomes.get(1), "pr-acme/api-1#opened");
        EventDraft byHook = event("pr-acme/api-1#merged");
        assertThat(byHook.data()).doesNotContainKey("missing").doesNotContainKey("files");
        rig.cycle();
        EventDraft byPoll = event("pr-acme/api-1#merged");
        assertThat(byPoll.asOf()).isEqualTo(byHook.asOf());
        assertThat(byPoll.data()).containsKey("files").containsEntry("merged_by", "alice");

        // When it comes once more
        outcomes = hooks.digest(hooks.of("pull_request", Map.of("action", "closed", "pull_request", merged)));

        // Then
        assertThat(outcomes.get(0).state()).isEqualTo(State.ignored);
        assertThat(event("pr-acme/api-1#merged")).isEqualTo(byPoll);
    }

    @Test
    void looksUpTheNumbersOfOtherSteps() {
        // Given
        rig.clock.tick(Duration.ofSeconds(5));
        PullRequest pull = api.pulls().open(new NewPull("Add login", "login"), ALICE);
        int issue = api.issues().open(new NewIssue("It breaks"), ALICE).number();
        rig.cycle();
        rig.clock.tick(Duration.ofSeconds(5));
        api.issues().close(pull.number(), null, ALICE);
        api.issues().close(issue, "completed", ALICE);

        // When
        List<WebhookOutput.Outcome> outcomes = hooks.digest(
                hooks.of("pull_request", Map.of("action", "closed", "pull_request", hooks.record("/pulls/1"))),
                hooks.of("issues", Map.of("action", "closed", "issue", hooks.record("/issues/" + issue))));

        // Then
        assertThat(outcomes).allMatch(outcome -> outcome.state() == State.mapped);
        List<String> ids = rig.ids();
        assertThat(ids).filteredOn(id -> id.startsWith("pr-acme/api-1#closed-")).hasSize(1);
        assertThat(ids).filteredOn(id -> id.startsWith("issue-acme/api-" + issue + "#closed-")).hasSize(1);
        rig.settle();
        assertThat(rig.ids()).isEqualTo(ids);
    }

    @Test
    void triesWhatTheListsDoNotShowYetAgainAndThenLeavesItToThePoll() {
        // Given
        Map<String, Object> payload = Map.of("ref", "release/9", "ref_type", "branch");

        // When
        WebhookOutput.Outcome first = hooks.digest(hooks.attempt("create", payload, 1)).get(0);
        WebhookOutput.Outcome last = hooks.digest(hooks.attempt("create", payload, 4)).get(0);

        // Then
        assertThat(first.state()).isEqualTo(State.deferred);
        assertThat(first.notBefore()).isEqualTo(rig.clock.instant().plusSeconds(1));
        assertThat(last.state()).isEqualTo(State.deferred);
        assertThat(last.notBefore()).isNull();
    }

    @Test
    void tellsPushesAndBranchesUnderTheIdsOfTheActivity() {
        // Given
        rig.clock.tick(Duration.ofSeconds(5));
        String before = api.git().head("main");
        api.git().push("main", List.of(new NewCommit("Fix it")), ALICE);
        String after = api.git().head("main");
        api.git().createBranch("release/1", "main", List.of(), ALICE);
        String push = "push-acme/api-main@" + before.substring(0, 12) + ".." + after.substring(0, 12);
        Map<String, Object> commit = Map.of("id", after, "message", "Fix it");

        // When
        List<WebhookOutput.Outcome> outcomes = hooks.digest(
                hooks.of("push",
                        Map.of("ref", "refs/heads/main", "before", before, "after", after, "head_commit", commit, "commits",
                                List.of(commit), "sender", Map.of("login", "alice"))),
                hooks.of("push", Map.of("ref", "refs/heads/release/1", "before", NOTHING, "after", after, "created", true)),
                hooks.of("create", Map.of("ref", "release/1", "ref_type", "branch")));

        // Then
        assertMapped(outcomes.get(0), push);
        assertThat(outcomes).allMatch(outcome -> outcome.state() == State.mapped);
        List<String> ids = rig.ids();
        assertThat(ids).filteredOn(id -> id.startsWith("branch-acme/api-release/1#created@")).hasSize(1);
        rig.settle();
        assertThat(rig.ids()).isEqualTo(ids);
    }

    @Test
    void derivesEventsAgainWithoutStoringThem() {
        // Given
        rig.clock.tick(Duration.ofSeconds(5));
        int told = api.issues().open(new NewIssue("It breaks"), ALICE).number();
        Delivery known = hooks.of("issues", Map.of("action", "opened", "issue", hooks.record("/issues/" + told)));
        hooks.digest(known);
        int fresh = api.issues().open(new NewIssue("It breaks again"), ALICE).number();
        Delivery unknown = hooks.of("issues", Map.of("action", "opened", "issue", hooks.record("/issues/" + fresh)));
        List<String> before = rig.ids();
        ReplayHandler handler = new ReplayHandler(rig.poller()::derive,
                rig.context(Runnable::run, Duration.ofSeconds(10)).publisher());

        // When
        ReplayOutput output = (ReplayOutput) handler.handle(new Task("task-1", "github", TaskKind.replay, null, Rig.INTEGRATION,
                ContractJson.map(new WebhookInput(List.of(known, unknown, hooks.text("star", "{}", 1)))), 1,
                rig.clock.instant(),
                null), Asked.unheard());

        // Then
        assertThat(output.deliveries()).flatExtracting(ReplayOutput.Replayed::events)
                .extracting(ReplayOutput.Derived::externalId, ReplayOutput.Derived::outcome).containsExactlyInAnyOrder(
                        tuple("issue-acme/api-" + told + "#opened", Outcome.unchanged),
                        tuple("issue-acme/api-" + fresh + "#opened", Outcome.created));
        assertThat(output.deliveries()).filteredOn(one -> one.reason() != null).hasSize(1);
        assertThat(rig.ids()).isEqualTo(before);
    }

    @Test
    void answersForEachDeliveryWhateverIsWrongWithOthers() {
        // Given
        rig.clock.tick(Duration.ofSeconds(5));
        int issue = api.issues().open(new NewIssue("It breaks"), ALICE).number();

        // When
        List<WebhookOutput.Outcome> outcomes = hooks.digest(hooks.text("push", "{\"ref\":", 1), hooks.text("star", "[]", 1),
                hooks.of("workflow_run", Map.of("action", "completed", "workflow_run", Map.of("id", 7))),
                hooks.of("unheard_of", Map.of("action", "done")),
                hooks.text("pull_request", "{\"repository\": {\"id\": 77, \"full_name\": \"acme/other\"}}", 1),
                hooks.of("issues", Map.of("action", "opened", "issue", hooks.record("/issues/" + issue))));

        // Then
        assertThat(outcomes.subList(0, 5)).allMatch(outcome -> outcome.state() == State.ignored && outcome.reason() != null);
        assertThat(outcomes.get(2).reason()).contains("workflow_run");
        assertThat(outcomes.get(4).reason()).contains("acme/other");
        assertMapped(outcomes.get(5), "issue-acme/api-" + issue + "#opened");
    }
}
