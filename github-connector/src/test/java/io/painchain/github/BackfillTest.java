package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.connector.backend.Retry;
import io.painchain.connector.backend.TaskClient;
import io.painchain.connector.cache.LocalCache;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.task.TaskWorker;
import io.painchain.github.integration.ConnectorContext;
import io.painchain.github.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.Coverage;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskProgress;
import io.painchain.model.task.TaskState;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.Review;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;
import io.quarkus.test.junit.QuarkusTest;

/** Reading what happened before the first sync's reach. */
@QuarkusTest
class BackfillTest {

    private static final By ALICE = By.user("alice");
    private static final By BOB = By.user("bob");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Rig rig;
    private Repository api;
    private TaskWorker worker;

    @BeforeEach
    void start() {
        rig = new Rig();
        api = rig.repository("acme/api");
        for (int i = 1; i <= 70; i++) {
            rig.clock.tick(Duration.ofHours(1));
            api.pulls().open(new NewPull("Change " + i, "change-" + i), ALICE);
            api.runs().start(new NewRun("CI", "main"), ALICE);
        }
        api.releases().create(new NewRelease("v1.0.0"), ALICE);
        rig.integrate("acme/api");
        rig.cycle();
        worker = worker(rig.poller(), () -> false);
    }

    private TaskWorker worker(IntegrationPoller poller, BooleanSupplier stopping) {
        ConnectorContext context = rig.context(threads, Duration.ofSeconds(10));
        return new TaskWorker(
                new TaskWorker.Surroundings(new TaskClient(context.backend(), context.backend(), "github", "worker"),
                        new Retry(Duration.ofMillis(1), 3), threads, new FairExecutor(threads, 4)::submit, rig.clock,
                        Duration.ofSeconds(5), stopping),
                new TaskHandlers(context, poller, threads, new LocalCache(), rig.meters).all());
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        rig.close();
    }

    private String ask(int fromHour, Integer toHour, String... kinds) {
        Map<String, Object> input = new HashMap<>(Map.of("from", Rig.START.plus(Duration.ofHours(fromHour)).toString()));
        if (toHour != null) {
            input.put("to", Rig.START.plus(Duration.ofHours(toHour)).toString());
        }
        if (kinds.length > 0) {
            input.put("kinds", List.of(kinds));
        }
        String id = rig.backend.tasks.ask(TaskKind.backfill, INTEGRATION, input);
        worker.tick();
        return id;
    }

    private TaskState ends(String id) {
        await().atMost(Duration.ofSeconds(20)).until(() -> rig.backend.tasks.result(id) != null);
        return rig.backend.tasks.state(id);
    }

    private TaskProgress lastWord(String id) {
        List<TaskProgress> words = rig.backend.tasks.progress(id);
        return words.get(words.size() - 1);
    }

    private long opened() {
        return rig.ids().stream().filter(id -> id.matches("pr-.*#opened")).count();
    }

    @Test
    void readsWhatThePollLeftOutAndDoublesNothing() {
        assertThat(opened()).isEqualTo(50);

        String id = ask(0, null);

        assertThat(ends(id)).isEqualTo(TaskState.done);
        assertThat(opened()).isEqualTo(70);
        assertThat(rig.ids().stream().filter(event -> event.startsWith("workflow-"))).hasSize(70);
        assertThat(rig.ids()).doesNotHaveDuplicates();
        // What pushes brought is read in full only now.
        assertThat(rig.ids()).filteredOn(event -> !event.startsWith("push-"))
                .allMatch(event -> rig.backend.revisions(INTEGRATION, event) == 1);
        TaskProgress last = lastWord(id);
        assertThat(last.done()).isEqualTo(last.total()).isGreaterThanOrEqualTo(4);
        assertThat(last.detail().counts().get("created")).isGreaterThanOrEqualTo(40L);
        assertThat(last.detail().repositories())
                .containsExactly(new TaskProgress.Repository("acme/api", "done", 100, null));
    }

    @Test
    void bringsPullRequestsWithTheirCommitsAndReviews() {
        // Given: one that was merged before fifty others, the first sync's reach
        Repository web = rig.repository("acme/web");
        int merged = web.pulls().open(new NewPull("Faster login", "login").commits(new NewCommit("Cache the session"),
                new NewCommit("Drop the old cache")), ALICE).number();
        rig.clock.tick(Duration.ofHours(1));
        Instant reviewed = rig.clock.instant();
        long objection = web.pulls().review(merged, Review.CHANGES_REQUESTED, "And if it is full?", BOB).id();
        rig.clock.tick(Duration.ofHours(1));
        long approval = web.pulls().review(merged, Review.APPROVED, "", BOB).id();
        web.pulls().merge(merged, MergeMethod.MERGE, ALICE);
        for (int i = 1; i <= 60; i++) {
            rig.clock.tick(Duration.ofMinutes(1));
            web.pulls().open(new NewPull("Later " + i, "later-" + i), ALICE);
        }
        rig.track(List.of("main"), "acme/web").cycle();
        String pull = "pr-acme/web-" + merged;
        assertThat(rig.ids()).noneMatch(id -> id.startsWith(pull + "#"));

        // When
        String id = ask(0, null, "pull_request", "pull_request_review");

        // Then
        assertThat(ends(id)).isEqualTo(TaskState.done);
        assertThat(rig.ids()).contains(pull + "#opened", pull + "#merged", pull + "#review-" + objection,
                pull + "#review-" + approval).doesNotHaveDuplicates();
        assertThat(event(pull + "#merged").data()).containsEntry("commit_count", 2).containsEntry("approved_count", 1)
                .hasEntrySatisfying("commits", commits -> assertThat((List<?>) commits).hasSize(2))
                .containsEntry("first_review_at", reviewed.toString());
        assertThat(lastWord(id).done()).isEqualTo(lastWord(id).total()).isPositive();
        assertThat(lastWord(id).detail().counts()).hasEntrySatisfying("created",
                created -> assertThat(created).isGreaterThanOrEqualTo(4L));
        assertThat(lastWord(id).detail().repositories())
                .containsExactly(new TaskProgress.Repository("acme/web", "done", 100, null));
    }

    @Test
    void readsOnlyTheTimeAndTheKindsAskedFor() {
        String id = ask(10, 15, "pull_request");

        assertThat(ends(id)).isEqualTo(TaskState.done);
        assertThat(opened()).isEqualTo(55);
        assertThat(rig.ids()).contains("pr-acme/api-10#opened", "pr-acme/api-14#opened").doesNotContain("pr-acme/api-9#opened",
                "pr-acme/api-15#opened");
        assertThat(rig.ids().stream().filter(event -> event.startsWith("workflow-"))).hasSize(50);
    }

    private EventDraft event(String externalId) {
        return rig.backend.events(INTEGRATION).stream().filter(event -> event.externalId().equals(externalId)).findFirst()
                .orElseThrow();
    }

    /** No poll shows it: it is behind the first sync's reach. */
    private long oldestRunEnds(String conclusion) {
        long oldest = api.runs().newestFirst().stream().mapToLong(WorkflowRun::id).min().orElseThrow();
        api.runs().complete(oldest, conclusion, ALICE);
        return oldest;
    }

    @Test
    void asksAgainForWhatItCouldNotReadOfARecord() {
        // Given
        String run = "workflow-acme/api-" + oldestRunEnds("failure");
        int fault = rig.gitHub.faults().forGood("/repos/acme/api/actions/runs/*/attempts/*/jobs", Fault.status(502));

        // When
        assertThat(ends(ask(0, null, "workflow_run"))).isEqualTo(TaskState.done);

        // Then
        assertThat(String.valueOf(event(run).data().get("missing"))).contains("failed_jobs");

        // When
        rig.gitHub.faults().clear(fault);
        rig.cycle();
        rig.clock.tick(Duration.ofMinutes(2));
        rig.cycle();

        // Then
        assertThat(String.valueOf(event(run).data().get("missing"))).doesNotContain("failed_jobs");
        assertThat(event(run).data()).containsKey("failed_jobs");
    }

    @Test
    void takesTheJobsLastEndOfARunThatChangedWeeksLater() {
        // Given
        long run = oldestRunEnds("success");
        Instant end = rig.clock.instant();
        rig.clock.tick(Duration.ofDays(18));
        api.runs().touch(run, ALICE);

        // When
        assertThat(ends(ask(0, null, "workflow_run"))).isEqualTo(TaskState.done);

        // Then
        assertThat(event("workflow-acme/api-" + run).endTimestamp()).isEqualTo(end);
    }

    private Instant coveredFrom(String source) {
        return rig.backend.coverage().stream().filter(line -> line.source().equals(source)).reduce((one, two) -> two)
                .map(Coverage::from).orElseThrow();
    }

    @Test
    void movesTheBeginOfTheLedgerBack() {
        assertThat(coveredFrom("runs")).isAfter(Rig.START.plus(Duration.ofHours(15)));

        ends(ask(2, null));
        rig.cycle();

        assertThat(coveredFrom("runs")).isEqualTo(Rig.START.plus(Duration.ofHours(2)));
        assertThat(coveredFrom("pulls")).isEqualTo(Rig.START.plus(Duration.ofHours(2)));
        // And for good.
        rig.restart().cycle();
        assertThat(rig.backend.lastReport().coverage()).filteredOn(line -> line.source().equals("runs")).singleElement()
                .satisfies(line -> assertThat(line.from()).isEqualTo(Rig.START.plus(Duration.ofHours(2))));
    }

    @Test
    void leavesTheLedgerAsItIsWhereNotAllWasReadUpToIt() {
        Instant runs = coveredFrom("runs");
        Instant pulls = coveredFrom("pulls");

        // A stretch in the middle, and one kind of two.
        ends(ask(2, 5));
        ends(ask(2, null, "pull_request"));
        rig.cycle();

        assertThat(coveredFrom("runs")).isEqualTo(runs);
        assertThat(coveredFrom("pulls")).isEqualTo(pulls);
    }

    @Test
    void readsAllCommitsOfABranchAndTheTagsThatTheFeedStillShows() {
        // Given
        Repository web = rig.repository("acme/web");
        for (int i = 1; i <= 130; i++) {
            rig.clock.tick(Duration.ofMinutes(1));
            web.git().push("main", List.of(new NewCommit("Step " + i)), ALICE);
        }
        Instant tagged = rig.clock.instant();
        web.git().createTag("v1", "main", ALICE);
        rig.clock.tick(Duration.ofMinutes(30));
        rig.track(List.of("main"), "acme/web").cycle();
        assertThat(rig.ids()).filteredOn(event -> event.startsWith("commit-acme/web-")).hasSize(50);

        // When
        ends(ask(0, null));
        rig.cycle();

        // Then
        assertThat(rig.ids()).filteredOn(event -> event.startsWith("commit-acme/web-")).hasSizeGreaterThanOrEqualTo(130)
                .allMatch(event -> rig.backend.event(INTEGRATION, event).data().containsKey("files"));
        assertThat(rig.ids()).contains("tag-acme/web-v1#created@" + tagged).doesNotHaveDuplicates();
        assertThat(coveredFrom("commits")).isEqualTo(Rig.START);
    }

    @Test
    void changesNothingOfTheCheckpointButTheBeginOfTheLedger() {
        Map<String, Object> before = checkpoint();

        ends(ask(0, null));

        Map<String, Object> after = checkpoint();
        assertThat(after.remove("ledger")).isNotEqualTo(before.remove("ledger"));
        assertThat(after).isEqualTo(before);
    }

    private Map<String, Object> checkpoint() {
        return new HashMap<>(rig.backend.checkpoints(INTEGRATION).get("acme/api").value());
    }

    @Test
    void keepsTheBeginThatAConnectorReachedBeforeItDied() {
        // Given: it dies with its poller, which read nothing since
        AtomicBoolean dead = new AtomicBoolean();
        worker = worker(rig.poller(), dead::get);
        rig.gitHub.faults().on("/repos/acme/api/releases", 1, Fault.delay(Duration.ofSeconds(3)));
        String id = ask(2, null);
        await().until(() -> rig.backend.tasks.progress(id).stream().anyMatch(word -> word.note().startsWith("Read pushes")));
        dead.set(true);
        rig.backend.tasks.loseLease(id);
        rig.gitHub.requests().reset();

        // When
        rig.restart();
        worker = worker(rig.poller(), () -> false);
        worker.tick();

        // Then
        assertThat(ends(id)).isEqualTo(TaskState.done);
        assertThat(rig.gitHub.requests().count("/repos/{owner}/{repo}/pulls", 200)).as("read before").isZero();
        rig.cycle();
        assertThat(reportedFrom("runs")).isEqualTo(Rig.START.plus(Duration.ofHours(2)));
        assertThat(reportedFrom("pulls")).isEqualTo(Rig.START.plus(Duration.ofHours(2)));
    }

    @Test
    void handsTheBeginToAConnectorThatTookTheIntegrationOver() {
        // Given
        IntegrationPoller other = rig.connector(Runnable::run);
        rig.clock.tick(Duration.ofMinutes(1));
        other.tick();
        ends(ask(2, null));
        rig.gitHub.requests().reset();

        // When it finds something
        api.runs().start(new NewRun("CI", "main"), ALICE);
        for (int i = 0; i < 2; i++) {
            rig.clock.tick(Duration.ofMinutes(1));
            other.tick();
        }

        // Then
        assertThat(reportedFrom("runs")).isEqualTo(Rig.START.plus(Duration.ofHours(2)));
        assertThat(rig.ids().stream().filter(event -> event.startsWith("workflow-"))).hasSize(70);
        assertThat(rig.gitHub.requests().count("/repos/{owner}/{repo}/pulls", 200)).as("nothing is read anew").isZero();
    }

    private Instant reportedFrom(String source) {
        return rig.backend.lastReport().coverage().stream().filter(line -> line.source().equals(source)).findFirst()
                .map(Coverage::from).orElseThrow();
    }

    @Test
    void goesOnWhereAnEarlierAttemptStopped() {
        // Given: the first attempt hangs in its last part and loses its lease
        rig.gitHub.faults().on("/repos/acme/api/releases", 1, Fault.delay(Duration.ofSeconds(3)));
        String id = ask(0, null);
        await().until(() -> rig.backend.tasks.progress(id).stream().anyMatch(word -> word.detail() != null
                && word.detail().resume() != null && word.note().startsWith("Read pushes")));
        rig.gitHub.requests().reset();

        // When
        rig.backend.tasks.loseLease(id);

        // Then
        assertThat(ends(id)).isEqualTo(TaskState.done);
        assertThat(rig.backend.tasks.attempts(id)).isEqualTo(2);
        assertThat(rig.gitHub.requests().count("/repos/{owner}/{repo}/pulls", 200)).isZero();
        assertThat(opened()).isEqualTo(70);
    }

    @Test
    void namesWhatCannotBeRead() {
        rig.gitHub.faults().on("/repos/acme/api/releases", -1, Fault.status(403));

        String id = ask(0, null);

        assertThat(ends(id)).isEqualTo(TaskState.failed);
        assertThat(opened()).isEqualTo(70);
        assertThat(rig.backend.tasks.result(id).error()).contains("Access denied");
    }

    @Test
    void failsAtOnceWhereTheTokenIsBad() {
        rig.gitHub.tokens().revoke(SimulatorConfig.TOKEN);

        assertThat(ends(ask(0, null))).isEqualTo(TaskState.failed);
    }
}
