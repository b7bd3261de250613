package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.github.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.IntegrationStatus;
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

@QuarkusTest
class FirstSyncTest {

    private static final By ALICE = By.user("alice");
    private static final By BOB = By.user("bob");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.integrated("acme/api");

    @Test
    void collectsEveryKindOfChange() {
        // Given
        PullRequest merged = api.pulls().open(new NewPull("Add login", "login").body("Why not"), ALICE);
        rig.clock.tick(Duration.ofMinutes(1));
        api.pulls().review(merged.number(), "APPROVED", "Fine", BOB);
        rig.clock.tick(Duration.ofMinutes(1));
        api.pulls().merge(merged.number(), MergeMethod.SQUASH, BOB);
        PullRequest closed = api.pulls().open(new NewPull("Drop login", "no-login"), ALICE);
        rig.clock.tick(Duration.ofMinutes(1));
        api.issues().close(closed.number(), null, BOB);
        int issue = api.issues().open(new NewIssue("It breaks"), ALICE).number();
        rig.clock.tick(Duration.ofMinutes(1));
        api.issues().label(issue, "bug", BOB);
        api.git().push("main", List.of(new NewCommit("Fix it\n\nAt last")), ALICE);
        WorkflowRun run = api.runs().start(new NewRun("Build", "main"), ALICE);
        rig.clock.tick(Duration.ofMinutes(1));
        api.runs().complete(run.id(), "success", ALICE);
        api.releases().create(new NewRelease("v1.0").named("One"), ALICE);

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.events(INTEGRATION)).extracting(EventDraft::title).contains("[PR] Add login",
                "[PR] Drop login", "[Issue] It breaks", "[Push] main: Fix it", "[Workflow] ✓ Build - main", "[Release] One");
        assertThat(rig.ids()).contains("pr-acme/api-1#opened", "pr-acme/api-1#merged", "pr-acme/api-2#opened",
                "issue-acme/api-3#opened", "workflow-acme/api-" + run.id());
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("pr-acme/api-2#closed-")).hasSize(1);
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("issue-acme/api-3#labeled-")).hasSize(1);
        assertThat(rig.ids()).doesNotHaveDuplicates();
        assertThat(rig.backend.rejected(INTEGRATION)).isEmpty();
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
        assertThat(rig.backend.lastReport().error()).isNull();
    }

    @Test
    void takesTheLastFiftyOfEachKind() {
        // Given
        Populator.populate(api, new Population(70, 70, 70, 70, 70, 7));

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("pr-") && id.endsWith("#opened")).hasSizeBetween(50, 55);
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("issue-") && id.endsWith("#opened")).hasSizeBetween(50, 55);
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("workflow-") && !id.contains("#")).hasSize(50);
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("release-")).hasSize(50);
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("push-")).hasSize(50);
    }

    @Test
    void costsNothingWhileNothingChanges() {
        // Given
        Populator.populate(api, new Population(20, 20, 20, 5, 20, 3));
        rig.settle();
        rig.gitHub.requests().reset();
        rig.backend.forgetRequests();

        // When
        rig.settle();

        // Then
        assertThat(rig.gitHub.requests().total()).isEqualTo(rig.gitHub.requests().notModified());
        assertThat(rig.backend.batchSizes()).isEmpty();
        assertThat(rig.backend.reports()).hasSize(17);
    }
}
