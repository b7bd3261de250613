package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.github.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.fault.Condition;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.limit.RateResource;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.deployment.Deployment;
import io.painchain.simulator.world.deployment.NewDeployment;
import io.painchain.simulator.world.git.Activity;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;
import io.quarkus.test.junit.QuarkusTest;

/** Each change is told with everything that GitHub knows of it. */
@QuarkusTest
class FullRecordsTest {

    private static final By ALICE = By.user("alice");
    private static final By BOB = By.user("bob");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.synced("acme/api");

    private EventDraft event(String id) {
        return rig.backend.event(INTEGRATION, id);
    }

    private EventDraft only(String type) {
        List<EventDraft> events = rig.backend.events(INTEGRATION).stream().filter(event -> type.equals(event.type())).toList();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private int mergeOne() {
        PullRequest pull = api.pulls().open(new NewPull("Add login", "hotfix/login").body("Why not").labels("urgent")
                .commits(new NewCommit("Begin", List.of(FileChange.added("Login.java", 40))),
                        new NewCommit("Finish", List.of(FileChange.modified("App.java", 2, 1)))),
                ALICE);
        rig.clock.tick(Duration.ofMinutes(10));
        api.pulls().review(pull.number(), "APPROVED", "Fine", BOB);
        rig.clock.tick(Duration.ofMinutes(10));
        api.pulls().merge(pull.number(), MergeMethod.MERGE, BOB);
        return pull.number();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void tellsEverythingOfAMergeByGraphQlAndByRest(boolean graphQl) {
        // Given
        if (!graphQl) {
            rig.withoutGraphQl().restart();
        }
        int number = mergeOne();

        // When
        rig.settle();

        // Then
        EventDraft merged = event("pr-acme/api-" + number + "#merged");
        assertThat(merged.author()).isEqualTo("bob");
        assertThat(merged.data()).containsEntry("additions", 42).containsEntry("deletions", 1)
                .containsEntry("changed_files", 2).containsEntry("files", List.of("Login.java", "App.java"))
                .containsEntry("reviewers", List.of("bob")).containsEntry("approved_count", 1)
                .containsEntry("changes_requested_count", 0).containsEntry("comments", 0)
                .containsEntry("review_comments", 0).containsEntry("cycle_time_seconds", 1200)
                .containsEntry("review_time_seconds", 600).containsEntry("hotfix", true).containsEntry("commit_count", 2)
                .doesNotContainKeys("missing", "reverts");
        assertThat(merged.description()).isEqualTo("""
                Why not

                Labels: urgent

                Changed files (2):
                - Login.java (+40 -0)
                - App.java (+2 -1)

                Reviews: 1 approved, 0 requested changes (bob: approved)""");
        api.pulls().get(number).commits()
                .forEach(commit -> assertThat(merged.correlationKeys()).contains("commit:acme/api@" + commit.sha()));
    }

    private void changeManyPullRequests() {
        rig.settle();
        for (int i = 0; i < 25; i++) {
            PullRequest pull = api.pulls().open(new NewPull("Change " + i, "change-" + i), ALICE);
            api.pulls().review(pull.number(), "APPROVED", "Fine", BOB);
        }
        rig.gitHub.requests().reset();
        rig.gitHub.limits().forgetUsage();
    }

    private void assertManyPullRequestsAreWhole() {
        assertThat(rig.ids()).filteredOn(id -> id.endsWith("#opened")).hasSize(25);
        assertThat(rig.ids()).filteredOn(id -> id.contains("#review-")).hasSize(25);
        assertThat(rig.backend.events(INTEGRATION)).filteredOn(event -> "pull_request".equals(event.type()))
                .allMatch(event -> !event.data().containsKey("missing"));
    }

    @Test
    void readsManyChangedPullRequestsInSevenRequests() {
        // Given
        changeManyPullRequests();

        // When
        rig.cycle();

        // Then
        assertManyPullRequestsAreWhole();
        assertThat(rig.gitHub.requests().total()).isEqualTo(7);
        assertThat(rig.gitHub.requests().notModified()).isEqualTo(2);
        assertThat(rig.gitHub.requests().count("/graphql")).isEqualTo(1);
        assertThat(rig.gitHub.limits().usageOf(SimulatorConfig.TOKEN).used()).containsEntry(RateResource.GRAPHQL, 7)
                .containsEntry(RateResource.CORE, 4);
    }

    @Test
    void readsEachChangedPullRequestInThreeMoreWithoutGraphQl() {
        // Given
        rig.withoutGraphQl();
        changeManyPullRequests();

        // When
        rig.cycle();

        // Then
        assertManyPullRequestsAreWhole();
        assertThat(rig.gitHub.limits().usageOf(SimulatorConfig.TOKEN).used()).containsEntry(RateResource.CORE, 4 + 25 * 3);
    }

    @Test
    void asksAgainWhetherAPullRequestMergesUntilThatIsKnown() {
        // Given
        PullRequest pull = api.pulls().open(new NewPull("Add login", "login"), ALICE);
        api.pulls().mergeable(pull.number(), null);
        rig.cycle();
        assertThat(event("pr-acme/api-1#opened").data()).containsEntry("missing", List.of("mergeable"));

        // When
        api.pulls().mergeable(pull.number(), true);
        rig.cycle();

        // Then
        assertThat(event("pr-acme/api-1#opened").data()).containsEntry("mergeable", true).doesNotContainKey("missing");
    }

    @Test
    void asksForLessWhereGitHubAnswersInPart() {
        // Given
        for (int i = 0; i < 8; i++) {
            api.pulls().open(new NewPull("Change " + i, "change-" + i), ALICE);
        }
        rig.gitHub.faults().on("/graphql", 2, Fault.partial(5));

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.events(INTEGRATION)).filteredOn(event -> "pull_request".equals(event.type())).hasSize(8)
                .allMatch(event -> !event.data().containsKey("missing") && event.data().containsKey("files"));
    }

    @Test
    void asksForLessWhereGitHubGivesUpOnMany() {
        // Given
        for (int i = 0; i < 8; i++) {
            api.pulls().open(new NewPull("Change " + i, "change-" + i), ALICE);
        }
        rig.gitHub.faults().forGood("/graphql", Condition.ALWAYS.bodyHas("pullRequest(number", 5), Fault.graphQlNull());
        rig.gitHub.requests().reset();

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.events(INTEGRATION)).filteredOn(event -> "pull_request".equals(event.type())).hasSize(8)
                .allMatch(event -> !event.data().containsKey("missing") && event.data().containsKey("files"));
        assertThat(rig.gitHub.requests().count("/graphql")).isEqualTo(3);
    }

    @Test
    void namesWhatTheTokenMayNotRead() {
        // Given
        String token = "github_pat_limited";
        rig.gitHub.tokens().add(TokenGrant.fineGrained(token, "carol", Permission.PULL_REQUESTS, Permission.ISSUES));
        int number = mergeOne();

        // When
        rig.integrate(token, new String[] { "acme/api" }).settle();

        // Then
        EventDraft merged = event("pr-acme/api-" + number + "#merged");
        assertThat(merged.data()).containsEntry("approved_count", 1).containsEntry("changed_files", 2);
    }

    @Test
    void tellsWhichStepOfARunFailed() {
        // Given
        WorkflowRun run = api.runs().start(new NewRun("Build", "main").jobs("compile", "test"), ALICE);
        rig.clock.tick(Duration.ofMinutes(4));
        api.runs().complete(run.id(), "failure", ALICE);

        // When
        rig.cycle();

        // Then
        EventDraft event = event("workflow-acme/api-" + run.id());
        assertThat(event.data()).containsEntry("failed_jobs_count", 1).containsEntry("failed_step", "Test")
                .containsEntry("duration_seconds", 240);
        assertThat(event.data().get("failed_step_url")).asString().contains("/job/").endsWith("#step:4:1");
        Map<?, ?> job = (Map<?, ?>) ((List<?>) event.data().get("failed_jobs")).get(0);
        assertThat(job.get("name")).isEqualTo("test");
        assertThat(job.get("conclusion")).isEqualTo("failure");
        assertThat(job.get("completed_at")).asString().endsWith("Z");
    }

    @Test
    void tellsWhatAPushBrought() {
        // Given
        String before = api.git().head("main");
        Activity push = api.git().push("main", List.of(new NewCommit("One", List.of(FileChange.added("A.java", 3))),
                new NewCommit("Two", List.of(FileChange.modified("B.java", 1, 1)))), ALICE);

        // When
        rig.cycle();

        // Then
        EventDraft event = only("push");
        assertThat(event.data()).containsEntry("commit_count", 2).containsEntry("files", List.of("A.java", "B.java"))
                .containsEntry("forced", false).containsEntry("additions", 4).doesNotContainKey("missing");
        assertThat(event.data().get("compare_url")).asString().endsWith("/compare/" + before + "..." + push.after());
        assertThat(event.description()).startsWith("Two\n\nCommits:\n- ").contains("One (alice)");
        assertThat(event.correlationKeys()).hasSize(2);
    }

    @Test
    void tellsAForcePushFromOthers() {
        // Given
        api.git().push("main", List.of(new NewCommit("Mistake")), ALICE);
        rig.cycle();
        api.git().forcePush("main", 1, List.of(new NewCommit("Better")), ALICE);

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.events(INTEGRATION)).filteredOn(event -> "push".equals(event.type()))
                .filteredOn(event -> Boolean.TRUE.equals(event.data().get("forced"))).singleElement()
                .satisfies(event -> assertThat(event.title()).isEqualTo("[Push] main: Better"));
    }

    @Test
    void tellsOfBranchesThatComeAndGo() {
        // When
        api.git().createBranch("release/1", "main", List.of(), ALICE);
        rig.cycle();
        api.git().deleteBranch("release/1", BOB);
        rig.cycle();

        // Then
        assertThat(rig.backend.events(INTEGRATION)).filteredOn(event -> "branch".equals(event.type()))
                .extracting(EventDraft::title, EventDraft::author).containsExactlyInAnyOrder(
                        tuple("[Branch] release/1 created", "alice"),
                        tuple("[Branch] release/1 deleted", "bob"));
    }

    @Test
    void tellsOfTagsThatComeAndGo() {
        // When
        api.git().createTag("v1", "main", ALICE);
        rig.cycle();
        api.git().deleteTag("v1", BOB);
        rig.cycle();

        // Then
        assertThat(rig.backend.events(INTEGRATION)).filteredOn(event -> "tag".equals(event.type()))
                .extracting(EventDraft::title, EventDraft::author).containsExactlyInAnyOrder(
                        tuple("[Tag] v1 created", "alice"),
                        tuple("[Tag] v1 deleted", "bob"));
        assertThat(rig.backend.events(INTEGRATION)).filteredOn(event -> event.title().equals("[Tag] v1 created"))
                .singleElement()
                .satisfies(event -> assertThat(event.correlationKeys()).contains("tag:acme/api@v1",
                        "commit:acme/api@" + api.git().head("main")));
    }

    @Test
    void takesTheTimeOfATagFromTheFeedOnceThatTells() {
        // Given
        rig.settle();
        rig.gitHub.world().feedPolicy().delay(Duration.ofMinutes(40), Duration.ZERO);
        rig.clock.tick(Duration.ofSeconds(30));
        Instant created = rig.clock.instant();
        api.git().createTag("v1", "main", ALICE);

        // When
        rig.settle();
        EventDraft noticed = only("tag");
        rig.settle().settle();

        // Then
        EventDraft reported = only("tag");
        assertThat(noticed.data()).containsEntry("time_exact", false);
        assertThat(reported.externalId()).isEqualTo(noticed.externalId());
        assertThat(reported.timestamp()).isEqualTo(created);
        assertThat(reported.author()).isEqualTo("alice");
    }

    @Test
    void tellsADeploymentAndItsStates() {
        // Given
        Deployment deployment = api.deployments().create(new NewDeployment("main", "production", "Ship it"), ALICE);
        rig.clock.tick(Duration.ofSeconds(10));
        api.deployments().status(deployment.id(), "in_progress", "Rolling out", BOB);
        rig.settle();
        rig.clock.tick(Duration.ofSeconds(10));
        api.deployments().status(deployment.id(), "success", null, BOB);

        // When
        rig.settle();

        // Then
        assertThat(rig.backend.events(INTEGRATION)).filteredOn(event -> ("deployment:acme/api#" + deployment.id()).equals(
                event.entity())).extracting(EventDraft::title).containsExactlyInAnyOrder("[Deployment] production created",
                        "[Deployment] production in_progress", "[Deployment] production success");
        assertThat(event("deployment-acme/api-" + deployment.id()).correlationKeys())
                .contains("commit:acme/api@" + deployment.sha());
    }

    @Test
    void tellsEachCommitOfTheTrackedBranches() {
        // Given
        rig.backend.forgetCheckpoints();
        rig.track(List.of("main", "release/*"), "acme/api").cycle();
        List<String> wanted = new ArrayList<>();
        api.git().createBranch("release/1", "main", List.of(new NewCommit("Prepare")), ALICE);
        api.git().createBranch("feature", "main", List.of(new NewCommit("Try")), ALICE);
        wanted.add(api.git().head("release/1"));
        api.git().push("main", List.of(new NewCommit("One\n\nAll of it", List.of(FileChange.modified("A.java", 5, 2)))), BOB);
        wanted.add(api.git().head("main"));

        // When
        rig.cycle();

        // Then
        wanted.forEach(sha -> assertThat(rig.ids()).contains("commit-acme/api-" + sha));
        EventDraft commit = event("commit-acme/api-" + api.git().head("main"));
        assertThat(commit.title()).isEqualTo("[Commit] One");
        assertThat(commit.data()).containsEntry("branch", "main").containsEntry("additions", 5).containsEntry("deletions", 2)
                .containsEntry("total_changes", 7).containsEntry("files", List.of("A.java")).doesNotContainKey("missing");
        assertThat(commit.description()).isEqualTo("One\n\nAll of it\n\nChanged files (1):\n- A.java (+5 -2)");
        assertThat(rig.ids()).doesNotContain("commit-acme/api-" + api.git().head("feature"));
    }

    @Test
    void tellsMergedOldCommitsOfATrackedBranchToo() {
        // Given
        rig.backend.forgetCheckpoints();
        rig.track(List.of("main"), "acme/api").cycle();
        PullRequest pull = api.pulls().open(new NewPull("Add login", "login"), ALICE);
        rig.clock.tick(Duration.ofDays(2));
        api.git().push("main", List.of(new NewCommit("Meanwhile")), BOB);
        rig.settle();

        // When
        api.pulls().merge(pull.number(), MergeMethod.MERGE, BOB);
        rig.settle();

        // Then
        assertThat(rig.ids()).contains("commit-acme/api-" + pull.headSha(), "commit-acme/api-" + api.git().head("main"));
    }
}
