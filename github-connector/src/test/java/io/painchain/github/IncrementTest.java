package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.github.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.population.Population;
import io.painchain.simulator.world.population.Populator;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;
import io.quarkus.test.junit.QuarkusTest;

/** What happens after the first sync, and how it is found. */
@QuarkusTest
class IncrementTest {

    private static final By ALICE = By.user("alice");
    private static final By BOB = By.user("bob");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.synced("acme/api");

    @Test
    void findsAChangeInTheNextCycleWhenTheFeedShowsIt() {
        // Given
        rig.cycle();
        api.pulls().open(new NewPull("Add login", "login"), ALICE);

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).contains("pr-acme/api-1#opened");
    }

    @Test
    void findsAChangeWithinFiveMinutesWhenTheFeedDropsIt() {
        // Given
        rig.gitHub.world().feedPolicy().drop(1);
        rig.settle();
        api.pulls().open(new NewPull("Add login", "login"), ALICE);
        int issue = api.issues().open(new NewIssue("It breaks"), ALICE).number();
        api.issues().label(issue, "bug", BOB);
        api.git().push("main", List.of(new NewCommit("Fix")), ALICE);

        // When
        for (int minute = 0; minute < 5; minute++) {
            rig.cycle();
        }

        // Then
        assertThat(rig.ids()).contains("pr-acme/api-1#opened", "issue-acme/api-2#opened");
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("push-acme/api-main@")).hasSize(1);
        assertThat(rig.ids()).filteredOn(id -> id.contains("#labeled-")).hasSize(1);
    }

    @Test
    void findsEverythingHoweverManyPagesThatTakes() {
        // Given
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            rig.clock.tick(Duration.ofSeconds(7));
            int pull = api.pulls().open(new NewPull("Change " + i, "change-" + i), ALICE).number();
            expected.add("pr-acme/api-" + pull + "#opened");
            if (i % 3 == 0) {
                api.pulls().merge(pull, MergeMethod.MERGE, BOB);
                expected.add("pr-acme/api-" + pull + "#merged");
            }
            expected.add("workflow-acme/api-" + api.runs().start(new NewRun("Build", "main"), ALICE).id());
            int issue = api.issues().open(new NewIssue("Problem " + i), ALICE).number();
            expected.add("issue-acme/api-" + issue + "#opened");
        }

        // When
        rig.settle();

        // Then
        assertThat(rig.ids()).containsAll(expected).doesNotHaveDuplicates();
        assertThat(rig.backend.batchSizes()).allMatch(size -> size <= 1_000);
    }

    @Test
    void asksForNothingThatItKnows() {
        // Given
        Populator.populate(api, new Population(20, 20, 20, 5, 20, 3));
        rig.settle();
        rig.gitHub.requests().reset();
        int issue = api.issues().open(new NewIssue("One more"), ALICE).number();

        // When
        rig.cycle();

        // Then the feed, the lists that changed, and nothing of the pull requests and pushes from before
        assertThat(rig.ids()).contains("issue-acme/api-" + issue + "#opened");
        assertThat(rig.gitHub.requests().total() - rig.gitHub.requests().notModified()).isLessThanOrEqualTo(3);
    }

    @Test
    void followsARunUntilItConcludes() {
        // Given
        WorkflowRun run = api.runs().start(new NewRun("Build", "main").queued(), ALICE);
        rig.cycle();
        assertThat(rig.backend.event(INTEGRATION, "workflow-acme/api-" + run.id()).title())
                .isEqualTo("[Workflow] ○ Build - main");

        // When
        rig.clock.tick(Duration.ofSeconds(30));
        api.runs().progress(run.id(), ALICE);
        rig.cycle();
        api.runs().complete(run.id(), "failure", ALICE);
        rig.cycle();

        // Then
        EventDraft event = rig.backend.event(INTEGRATION, "workflow-acme/api-" + run.id());
        assertThat(event.title()).isEqualTo("[Workflow] ✗ Build - main");
        assertThat(event.status()).isEqualTo("failure");
        assertThat(event.endTimestamp()).isNotNull().isAfterOrEqualTo(event.timestamp());
        assertThat(rig.backend.revisions(INTEGRATION, event.externalId())).isEqualTo(3);
    }

    @Test
    void followsAnUnfinishedRunThatHasLeftTheFirstPage() {
        // Given
        WorkflowRun slow = api.runs().start(new NewRun("Slow", "main"), ALICE);
        rig.cycle();
        for (int i = 0; i < 150; i++) {
            rig.clock.tick(Duration.ofSeconds(1));
            WorkflowRun quick = api.runs().start(new NewRun("Quick", "main"), ALICE);
            api.runs().complete(quick.id(), "success", ALICE);
        }
        rig.cycle().cycle();

        // When
        api.runs().complete(slow.id(), "success", ALICE);
        rig.restart().cycle();

        // Then
        assertThat(rig.backend.event(INTEGRATION, "workflow-acme/api-" + slow.id()).status()).isEqualTo("success");
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("workflow-")).hasSize(151);
    }

    @Test
    void keepsEachAttemptOfARun() {
        // Given
        WorkflowRun run = api.runs().start(new NewRun("Build", "main"), ALICE);
        rig.cycle();
        String id = "workflow-acme/api-" + run.id();
        rig.clock.tick(Duration.ofMinutes(1));
        api.runs().complete(run.id(), "failure", ALICE);
        rig.clock.tick(Duration.ofMinutes(1));
        api.runs().rerun(run.id(), BOB);
        rig.clock.tick(Duration.ofMinutes(1));
        api.runs().complete(run.id(), "failure", BOB);
        rig.clock.tick(Duration.ofMinutes(1));
        api.runs().rerun(run.id(), BOB);

        // When
        rig.cycle();
        api.runs().complete(run.id(), "success", BOB);
        rig.cycle();

        // Then
        assertThat(rig.ids()).contains(id, id + "#attempt-2", id + "#attempt-3");
        assertThat(rig.backend.event(INTEGRATION, id).status()).isEqualTo("failure");
        assertThat(rig.backend.event(INTEGRATION, id + "#attempt-2").status()).isEqualTo("failure");
        assertThat(rig.backend.event(INTEGRATION, id + "#attempt-3").status()).isEqualTo("success");
    }

    @Test
    void tellsTheWholeLifeOfAPullRequest() {
        // Given
        PullRequest pull = api.pulls().open(new NewPull("Add login", "login"), ALICE);
        rig.cycle();
        rig.clock.tick(Duration.ofSeconds(20));
        api.issues().close(pull.number(), null, BOB);
        rig.clock.tick(Duration.ofSeconds(20));
        api.issues().reopen(pull.number(), ALICE);
        rig.clock.tick(Duration.ofSeconds(20));
        api.issues().close(pull.number(), null, BOB);
        rig.cycle();

        // When
        rig.clock.tick(Duration.ofMinutes(10));
        api.issues().edit(pull.number(), "Add sign-in", null, ALICE);
        api.issues().label(pull.number(), "late", ALICE);
        rig.settle();

        // Then
        List<EventDraft> life = rig.backend.events(INTEGRATION).stream()
                .filter(event -> "pull_request:acme/api#1".equals(event.entity())).toList();
        assertThat(life).extracting(EventDraft::status).containsExactlyInAnyOrder("open", "closed", "closed", "open");
        EventDraft last = life.stream().filter(event -> "closed".equals(event.status()))
                .max((one, other) -> one.timestamp().compareTo(other.timestamp())).orElseThrow();
        assertThat(last.title()).isEqualTo("[PR] Add sign-in");
        assertThat(last.author()).isEqualTo("bob");
        assertThat(last.data()).containsEntry("labels", List.of("late"));
        assertThat(rig.backend.event(INTEGRATION, "pr-acme/api-1#opened").title()).isEqualTo("[PR] Add login");
        assertThat(life).filteredOn(event -> event != last).noneMatch(event -> event.title().contains("sign-in"));
    }

    @Test
    void countsAMergeOnceAndNamesWhoMerged() {
        // Given
        PullRequest pull = api.pulls().open(new NewPull("Add login", "login"), ALICE);
        rig.cycle();
        rig.clock.tick(Duration.ofMinutes(3));
        api.pulls().review(pull.number(), "CHANGES_REQUESTED", "No", BOB);
        rig.clock.tick(Duration.ofMinutes(3));
        api.pulls().review(pull.number(), "APPROVED", "Yes", BOB);
        api.pulls().merge(pull.number(), MergeMethod.SQUASH, BOB);

        // When
        rig.settle();

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("pr-") && !id.contains("#review"))
                .containsExactly("pr-acme/api-1#merged", "pr-acme/api-1#opened");
        EventDraft merged = rig.backend.event(INTEGRATION, "pr-acme/api-1#merged");
        assertThat(merged.author()).isEqualTo("bob");
        assertThat(merged.data()).containsEntry("approved_count", 1).containsEntry("changes_requested_count", 0);
        assertThat(merged.correlationKeys()).anyMatch(key -> key.startsWith("commit:acme/api@"))
                .contains("pull_request:acme/api#1", "pr-acme/api-1");
        assertThat(rig.backend.event(INTEGRATION, "pr-acme/api-1#opened").status()).isEqualTo("open");
    }

    @Test
    void findsAReleaseOfAnOldCommitOnALaterPage() {
        // Given
        for (int i = 0; i < 120; i++) {
            rig.clock.tick(Duration.ofHours(1));
            api.git().push("main", List.of(new NewCommit("Step " + i)), ALICE);
            api.git().createTag("v" + i, "main", ALICE);
            api.releases().create(new NewRelease("v" + i), ALICE);
        }
        api.git().createTag("v0-fix", "v0", ALICE);
        rig.settle();

        // When
        api.releases().create(new NewRelease("v0-fix").named("An old fix"), ALICE);
        rig.settle();

        // Then
        assertThat(rig.backend.events(INTEGRATION)).extracting(EventDraft::title).contains("[Release] An old fix");
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("release-")).hasSize(121);
    }

    @Test
    void tellsAPushAgainstTheSameCommitsFromItsFirstTime() {
        // Given
        String first = api.git().head("main");
        api.git().push("main", List.of(new NewCommit("Try")), ALICE);
        rig.cycle();

        // When
        rig.cycle();

        // Then
        assertThat(first).isNotNull();
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("push-")).hasSize(1).noneMatch(id -> id.contains("~"));
    }

    @Test
    void readsPushesFromTheFeedWhereTheActivityIsAway() {
        // Given
        api.activityAvailable(false);
        rig.restart();
        rig.backend.forgetCheckpoints();
        rig.cycle();
        rig.cycle();

        // When
        IntStream.range(0, 130).forEach(i -> {
            rig.clock.tick(Duration.ofSeconds(1));
            api.git().push("main", List.of(new NewCommit("Step " + i)), ALICE);
        });
        rig.cycle().cycle();

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("push-")).hasSize(130);
        assertThat(rig.backend.events(INTEGRATION)).extracting(EventDraft::title).contains("[Push] main: Step 129");
    }

    @Test
    void namesAPushAlikeFromActivityAndFeed() {
        // Given
        api.git().push("main", List.of(new NewCommit("Both")), ALICE);
        rig.cycle();
        List<String> fromActivity = rig.ids();

        // When
        api.activityAvailable(false);
        rig.backend.forgetCheckpoints();
        rig.restart().settle();

        // Then
        assertThat(rig.ids()).isEqualTo(fromActivity);
    }

    @Test
    void recordsTheGapWhereTheFeedRunsPastWhatItShowed() {
        // Given
        api.activityAvailable(false);
        rig.backend.forgetCheckpoints();
        rig.restart().cycle().cycle();
        api.git().push("main", List.of(new NewCommit("Known")), ALICE);
        rig.cycle().cycle();

        // When
        IntStream.range(0, 400).forEach(i -> {
            rig.clock.tick(Duration.ofSeconds(1));
            api.git().push("main", List.of(new NewCommit("Step " + i)), ALICE);
        });
        rig.cycle().cycle();

        // Then
        assertThat(rig.backend.lastReport().error()).contains("Some pushes between").contains("may be missing");
        assertThat(rig.backend.checkpoints(INTEGRATION).get("acme/api").value().toString()).contains("gaps");
    }
}
