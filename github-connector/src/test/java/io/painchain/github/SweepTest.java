package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.github.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.Coverage;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.population.Population;
import io.painchain.simulator.world.population.Populator;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;
import io.quarkus.test.junit.QuarkusTest;

/** What polling missed is found and repaired, and the ledger tells what is covered. */
@QuarkusTest
class SweepTest {

    private static final By ALICE = By.user("alice");
    private static final By BOB = By.user("bob");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.synced("acme/api");

    /** Long enough that a sweep takes place. */
    private void hourAndMore() {
        for (int minute = 0; minute < 65; minute++) {
            rig.cycle();
        }
    }

    @Test
    void findsTheRerunOfARunThatLeftTheFirstPage() {
        // Given
        WorkflowRun old = api.runs().start(new NewRun("Old", "main"), ALICE);
        rig.clock.tick(Duration.ofMinutes(1));
        api.runs().complete(old.id(), "failure", ALICE);
        rig.cycle();
        for (int i = 0; i < 150; i++) {
            rig.clock.tick(Duration.ofSeconds(1));
            WorkflowRun quick = api.runs().start(new NewRun("Quick", "main"), ALICE);
            api.runs().complete(quick.id(), "success", ALICE);
        }
        hourAndMore();

        // When
        api.runs().rerun(old.id(), BOB);
        rig.clock.tick(Duration.ofMinutes(1));
        api.runs().complete(old.id(), "failure", BOB);
        hourAndMore();

        // Then
        EventDraft second = rig.backend.event(INTEGRATION, "workflow-acme/api-" + old.id() + "#attempt-2");
        assertThat(second.status()).isEqualTo("failure");
        assertThat(second.data()).containsKey("seen_late").containsEntry("failed_jobs_count", 1);
        assertThat(second.timestamp()).isBefore(rig.clock.instant().minus(Duration.ofMinutes(30)));
        assertThat(rig.backend.event(INTEGRATION, "workflow-acme/api-" + old.id()).status()).isEqualTo("failure");
    }

    @Test
    void repairsWhatWasNeverStored() {
        // Given
        int pull = api.pulls().open(new NewPull("Add login", "login"), ALICE).number();
        api.pulls().merge(pull, MergeMethod.MERGE, BOB);
        int issue = api.issues().open(new NewIssue("It breaks"), ALICE).number();
        api.git().push("main", List.of(new NewCommit("Fix")), ALICE);
        WorkflowRun run = api.runs().start(new NewRun("Build", "main"), ALICE);
        api.runs().complete(run.id(), "success", ALICE);
        rig.cycle();
        List<String> all = rig.ids();

        // When
        rig.backend.lose(INTEGRATION, "pr-acme/api-" + pull + "#merged", "issue-acme/api-" + issue + "#opened",
                "workflow-acme/api-" + run.id(), all.stream().filter(id -> id.startsWith("push-")).findFirst().orElseThrow());
        hourAndMore();

        // Then
        assertThat(rig.ids()).isEqualTo(all);
        EventDraft merged = rig.backend.event(INTEGRATION, "pr-acme/api-" + pull + "#merged");
        assertThat(merged.data()).containsKeys("seen_late", "files", "cycle_time_seconds").doesNotContainKey("missing");
        assertThat(rig.backend.event(INTEGRATION, "issue-acme/api-" + issue + "#opened").data()).containsKey("seen_late");
    }

    @Test
    void findsWhatAppearedWithAnOldDate() {
        // Given what is older than everything that was read
        Populator.populate(api, new Population(5, 5, 5, 0, 5, 3));
        rig.settle();
        assertThat(rig.ids()).noneMatch(id -> id.startsWith("push-"));

        // When
        hourAndMore();

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("push-")).isNotEmpty();
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("pr-") && id.endsWith("#opened")).hasSize(5);
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("issue-") && id.endsWith("#opened")).hasSize(5);
    }

    @Test
    void changesNothingWhereNothingIsMissing() {
        // Given
        rig.backend.forgetCheckpoints();
        Populator.populate(api, new Population(20, 20, 20, 5, 20, 3));
        rig.restart().settle();
        int revisions = rig.ids().stream().mapToInt(id -> rig.backend.revisions(INTEGRATION, id)).sum();
        List<String> ids = rig.ids();

        // When
        hourAndMore();

        // Then
        assertThat(rig.ids()).isEqualTo(ids);
        assertThat(ids.stream().mapToInt(id -> rig.backend.revisions(INTEGRATION, id)).sum()).isEqualTo(revisions);
    }

    @Test
    void sweepsAgainForFreeWhileNothingChanges() {
        // Given
        Populator.populate(api, new Population(20, 20, 20, 5, 20, 3));
        rig.settle();
        hourAndMore();
        hourAndMore();
        rig.gitHub.requests().reset();
        rig.backend.forgetRequests();

        // When
        hourAndMore();

        // Then
        assertThat(rig.gitHub.requests().total()).isEqualTo(rig.gitHub.requests().notModified());
        assertThat(rig.backend.batchSizes()).isEmpty();
    }

    @Test
    void tellsWithEachBatchWhatIsCovered() {
        // Given
        api.pulls().open(new NewPull("Add login", "login"), ALICE);

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.coverage()).extracting(Coverage::source).contains("pulls", "issues", "runs", "pushes");
        assertThat(rig.backend.coverage()).allMatch(line -> line.repository().equals("acme/api")
                && !line.verifiedAt().isAfter(rig.clock.instant()) && !line.from().isAfter(line.to()));
    }

    @Test
    void tellsWithEachReportWhatWasVerified() {
        // Given
        rig.settle();

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.lastReport().coverage()).filteredOn(line -> line.source().equals("runs")).singleElement()
                .satisfies(line -> assertThat(line.verifiedAt()).isEqualTo(rig.clock.instant()));
    }

    @Test
    void coversNoMoreThanTheFirstSyncTook() {
        // Given
        Repository web = rig.repository("acme/web");
        Populator.populate(web, new Population(70, 10, 70, 5, 20, 3));

        // When
        rig.integrate("acme/api", "acme/web").cycle();

        // Then
        assertThat(rig.backend.coverage())
                .filteredOn(line -> line.repository().equals("acme/web") && line.source().equals("runs"))
                .singleElement().satisfies(line -> assertThat(line.from()).isAfter(Instant.EPOCH));
    }
}
