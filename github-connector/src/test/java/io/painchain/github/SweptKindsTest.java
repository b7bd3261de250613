package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.github.rig.Rig;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.deployment.NewDeployment;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.quarkus.test.junit.QuarkusTest;

/** The sweep finds and repairs every kind of event that polling lost. */
@QuarkusTest
class SweptKindsTest {

    private static final By ALICE = By.user("alice");
    private static final By BOB = By.user("bob");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.synced("acme/api");

    /** Long enough that a sweep takes place, in steps of five minutes. */
    private void hourAndMore() {
        for (int step = 0; step < 14; step++) {
            rig.clock.tick(Duration.ofMinutes(4));
            rig.cycle();
        }
    }

    private void everythingHappens() {
        int issue = api.issues().open(new NewIssue("It breaks"), ALICE).number();
        int pull = api.pulls().open(new NewPull("Add login", "login"), ALICE).number();
        later();
        api.issues().label(issue, "bug", BOB);
        api.issues().close(issue, "completed", BOB);
        api.pulls().review(pull, "APPROVED", "Fine", BOB);
        api.issues().close(pull, null, ALICE);
        later();
        api.issues().reopen(issue, ALICE);
        api.issues().reopen(pull, ALICE);
        api.git().push("main", List.of(new NewCommit("Fix")), ALICE);
        later();
        api.issues().close(pull, null, ALICE);
        long run = api.runs().start(new NewRun("Build", "main"), ALICE).id();
        api.runs().complete(run, "success", ALICE);
        api.releases().create(new NewRelease("v1"), ALICE);
        long deployment = api.deployments().create(new NewDeployment("main", "production"), ALICE).id();
        later();
        api.deployments().status(deployment, "success", null, ALICE);
        rig.settle();
    }

    private void later() {
        rig.clock.tick(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "issue-acme/api-1#opened", "issue-acme/api-1#labeled-", "issue-acme/api-1#closed-",
            "issue-acme/api-1#reopened-", "pr-acme/api-2#opened", "pr-acme/api-2#closed-", "pr-acme/api-2#reopened-",
            "pr-acme/api-2#review-", "push-", "branch-", "tag-", "workflow-", "release-", "deployment-acme/api-" })
    void repairsWhatWasLost(String kind) {
        // Given
        everythingHappens();
        List<String> all = rig.ids();
        List<String> lost = all.stream().filter(id -> id.startsWith(kind)).toList();
        assertThat(lost).isNotEmpty();

        // When
        rig.backend.lose(INTEGRATION, lost.toArray(String[]::new));
        hourAndMore();

        // Then
        assertThat(rig.ids()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(lost).allSatisfy(id -> assertThat(rig.backend.event(INTEGRATION, id).data()).containsKey("seen_late"));
        assertThat(all).filteredOn(id -> !lost.contains(id))
                .allSatisfy(id -> assertThat(rig.backend.event(INTEGRATION, id).data()).doesNotContainKey("seen_late"));
    }

    @Test
    void tellsTheWholeOfWhatItRepairs() {
        // Given
        everythingHappens();
        String closed = rig.ids().stream().filter(id -> id.startsWith("pr-acme/api-2#closed-")).reduce((one, two) -> two)
                .orElseThrow();
        var before = rig.backend.event(INTEGRATION, closed);

        // When
        rig.backend.lose(INTEGRATION, closed);
        hourAndMore();

        // Then
        var after = rig.backend.event(INTEGRATION, closed);
        assertThat(after.timestamp()).isEqualTo(before.timestamp());
        assertThat(after.status()).isEqualTo("closed");
        assertThat(after.data()).containsEntry("files", before.data().get("files")).containsKey("approved_count");
        assertThat(after.correlationKeys()).isEqualTo(before.correlationKeys());
    }

    @Test
    void findsTheStateOfADeploymentThatLeftTheFirstPage() {
        // Given
        List<Long> deployments = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            later();
            deployments.add(api.deployments().create(new NewDeployment("main", "production"), ALICE).id());
            if (i % 40 == 39) {
                rig.cycle();
            }
        }
        hourAndMore();

        // When
        api.deployments().status(deployments.get(0), "failure", null, ALICE);
        rig.settle();
        assertThat(rig.ids()).noneMatch(id -> id.startsWith("deployment-acme/api-" + deployments.get(0) + "#status-"));
        hourAndMore();

        // Then
        assertThat(rig.ids()).anyMatch(id -> id.startsWith("deployment-acme/api-" + deployments.get(0) + "#status-"));
    }

    @Test
    void keepsItsETagsAcrossRestarts() {
        // Given
        everythingHappens();
        hourAndMore();
        hourAndMore();
        rig.restart().cycle();
        rig.gitHub.requests().reset();

        // When
        hourAndMore();

        // Then
        assertThat(rig.gitHub.requests().count("/repos/{owner}/{repo}/actions/runs", 304)).isGreaterThan(5);
        assertThat(rig.gitHub.requests().total()).isEqualTo(rig.gitHub.requests().notModified());
    }

}
