package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.connector.kind.Cadences;
import io.painchain.github.rig.Rig;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.deployment.NewDeployment;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.quarkus.test.junit.QuarkusTest;

/** A server that answers "not modified" for ever hides nothing for long. */
@QuarkusTest
class StuckAnswerTest {

    private static final By ALICE = By.user("alice");
    private static final int EVERY = 6;

    private Rig rig;
    private Repository api;

    @BeforeEach
    void start() {
        rig = new Rig();
        rig.cadences = Rig.every(EVERY);
        api = rig.repository("acme/api");
        rig.restart().track(List.of("main"), "acme/api");
        // The first sweep, which knows no ETags yet, is over by then.
        polls(8);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    /** Of every list: none is polled less often. */
    private void polls(int count) {
        for (int i = 0; i < count; i++) {
            rig.clock.tick(Cadences.USUAL.releases());
            rig.cycle();
        }
    }

    private void everythingHappensUnseen() {
        rig.gitHub.faults().on("/repos/acme/api/**", Faults.UNTIL_CLEARED, Fault.notModified());
        api.runs().start(new NewRun("Build", "main"), ALICE);
        api.pulls().open(new NewPull("Add login", "login"), ALICE);
        int issue = api.issues().open(new NewIssue("It breaks"), ALICE).number();
        api.issues().close(issue, "completed", ALICE);
        api.git().push("main", List.of(new NewCommit("Fix")), ALICE);
        api.releases().create(new NewRelease("v1"), ALICE);
        api.deployments().create(new NewDeployment("main", "production"), ALICE);
    }

    @Test
    void findsInEveryListWhatAStuckAnswerHides() {
        // Given
        everythingHappensUnseen();
        polls(1);
        List<String> before = rig.ids();

        // When
        polls(EVERY);

        // Then
        assertThat(before).hasSizeLessThan(5);
        for (String kind : List.of("workflow-", "pr-acme/api-1#opened", "issue-acme/api-2#opened", "issue-acme/api-2#closed-",
                "push-", "commit-", "branch-", "release-", "tag-", "deployment-")) {
            assertThat(rig.ids()).as(kind).anyMatch(startsWith(kind));
        }
    }

    @Test
    void findsItAlsoWhereTheConnectorIsRestartedAllTheTime() {
        // Given
        everythingHappensUnseen();

        // When: never as many polls in a row
        for (int life = 0; life < 25; life++) {
            rig.restart();
            polls(2);
        }

        // Then
        assertThat(rig.ids()).anyMatch(startsWith("workflow-")).anyMatch(startsWith("pr-acme/api-1#opened"))
                .anyMatch(startsWith("push-")).anyMatch(startsWith("release-")).anyMatch(startsWith("deployment-"));
    }

    private static Predicate<String> startsWith(String prefix) {
        return id -> id.startsWith(prefix);
    }
}
