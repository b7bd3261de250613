package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.github.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.fault.Condition;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.record.RequestCount;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.quarkus.test.junit.QuarkusTest;

/** One thing that cannot be read, for good, while all else is well. */
@QuarkusTest
class DetailsTest {

    private static final By ALICE = By.user("alice");
    private static final String JOBS = "/repos/acme/api/actions/runs/*/attempts/*/jobs";

    @RegisterExtension
    final Rig rig = new Rig();

    @Test
    void storesLaterRunsThoughTheJobsOfOneCannotBeRead() {
        // Given
        Repository api = rig.synced("acme/api");
        rig.gitHub.faults().forGood(JOBS, Fault.status(502));

        // When
        run(api, "failure");
        for (int later = 0; later < 6; later++) {
            run(api, "success");
        }
        rig.cycle();

        // Then
        assertThat(ofType("workflow_run")).hasSize(7);
        assertThat(ofType("workflow_run").get(0).data().get("missing")).asInstanceOf(LIST).contains("failed_jobs");
        assertThat(rig.backend.rejected(INTEGRATION)).isEmpty();
    }

    @Test
    void readsTheJobsByASmallerPageWhereALargeOneFails() {
        // Given
        Repository api = rig.synced("acme/api");
        rig.gitHub.faults().forGood(JOBS, Condition.ALWAYS.perPageAbove(30), Fault.status(502));

        // When
        run(api, "failure");
        rig.cycle();

        // Then
        assertThat(ofType("workflow_run")).singleElement()
                .satisfies(run -> assertThat(run.data()).containsKey("failed_jobs").doesNotContainKey("missing"));
    }

    @Test
    void readsAListByASmallerPageWhereALargeOneFails() {
        // Given
        Repository api = rig.synced("acme/api");
        rig.gitHub.faults().forGood("/repos/acme/api/actions/runs", Condition.ALWAYS.perPageAbove(30), Fault.status(502));

        // When
        for (int one = 0; one < 75; one++) {
            run(api, "success");
        }
        rig.cycle();

        // Then
        assertThat(ofType("workflow_run")).hasSize(75);
    }

    @Test
    void storesLaterPushesThoughAComparisonFails() {
        // Given
        Repository api = rig.synced("acme/api");
        rig.gitHub.faults().forGood("/repos/acme/api/compare/**", Fault.status(500));

        // When
        for (int one = 0; one < 3; one++) {
            api.git().push("main", List.of(new NewCommit("Change " + one, List.of(FileChange.added(one + ".java", 1)))), ALICE);
            rig.cycle();
        }
        rig.settle();

        // Then
        assertThat(ofType("push")).hasSize(3)
                .allSatisfy(push -> assertThat(push.data().get("missing")).asInstanceOf(LIST).contains("commits", "files"));
    }

    @Test
    void storesOtherPullRequestsAndIssuesThoughTheFilesOfOneCannotBeRead() {
        // Given
        rig.withoutGraphQl();
        Repository api = rig.synced("acme/api");
        int huge = api.pulls().open(new NewPull("Huge", "huge"), ALICE).number();
        rig.gitHub.faults().forGood("/repos/acme/api/pulls/" + huge + "/files", Fault.notAvailable(422, "PullRequest"));

        // When
        int small = api.pulls().open(new NewPull("Small", "small"), ALICE).number();
        api.issues().open(new NewIssue("It breaks"), ALICE);
        rig.settle();

        // Then
        assertThat(ofType("issue")).hasSize(1);
        assertThat(rig.backend.event(INTEGRATION, "pr-acme/api-" + huge + "#opened").data().get("missing"))
                .isEqualTo(List.of("files"));
        assertThat(rig.backend.event(INTEGRATION, "pr-acme/api-" + small + "#opened").data()).doesNotContainKey("missing");
    }

    @Test
    void makesEventsWholeOnceTheirDetailsCanBeRead() {
        // Given
        Repository api = rig.synced("acme/api");
        int fault = rig.gitHub.faults().forGood(JOBS, Fault.status(502));
        run(api, "failure");
        rig.cycle().restart();

        // When
        rig.gitHub.faults().clear(fault);
        rig.cycle().cycle().cycle();

        // Then
        assertThat(ofType("workflow_run")).singleElement()
                .satisfies(run -> assertThat(run.data()).containsKey("failed_jobs").doesNotContainKey("missing"));
    }

    @Test
    void givesUpAfterSomeDaysAndSaysSo() {
        // Given
        Repository api = rig.synced("acme/api");
        rig.gitHub.faults().forGood(JOBS, Fault.status(502));
        run(api, "failure");

        // When
        for (int turn = 0; turn < 30; turn++) {
            rig.clock.tick(Duration.ofHours(4));
            rig.cycle();
        }

        // Then
        int asked = rig.gitHub.requests().counts().stream().filter(route -> route.route().endsWith("/jobs"))
                .mapToInt(RequestCount::count).sum();
        assertThat(asked).isBetween(9, 30);
        assertThat(rig.backend.lastReport().toString())
                .contains("Details of workflow runs are missing for good, of 1: failed_jobs");
        assertThat(rig.backend.coverage().stream().filter(line -> line.source().equals("runs")).reduce((one, other) -> other)
                .orElseThrow().gaps()).singleElement()
                .satisfies(gap -> assertThat(gap.reason()).contains("502"));
    }

    private static void run(Repository api, String conclusion) {
        long run = api.runs().start(new NewRun("Build", "main").jobs("build"), ALICE).id();
        api.runs().complete(run, conclusion, ALICE);
    }

    private List<EventDraft> ofType(String type) {
        return rig.backend.events(INTEGRATION).stream().filter(event -> event.type().equals(type)).toList();
    }
}
