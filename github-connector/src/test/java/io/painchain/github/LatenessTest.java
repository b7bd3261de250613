package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.github.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.population.Population;
import io.painchain.simulator.world.population.Populator;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.quarkus.test.junit.QuarkusTest;

/** What is seen long after it happened keeps its time and says when it was seen. */
@QuarkusTest
class LatenessTest {

    private static final By ALICE = By.user("alice");

    private Rig rig;
    private Repository api;

    @BeforeEach
    void start() {
        rig = new Rig();
        api = rig.repository("acme/api");
        rig.track(List.of("main"), "acme/api").settle();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private EventDraft the(String beginning) {
        String id = rig.ids().stream().filter(known -> known.startsWith(beginning)).findFirst().orElseThrow();
        return rig.backend.event(INTEGRATION, id);
    }

    private void assertSeenLate(EventDraft event, Instant happened) {
        assertThat(event.timestamp()).isEqualTo(happened);
        assertThat(Instant.parse((String) event.data().get("seen_late"))).isAfter(happened.plus(Duration.ofHours(1)))
                .isBeforeOrEqualTo(rig.clock.instant());
    }

    @Test
    void saysSoAfterAnOutageOfGitHub() {
        // Given
        rig.gitHub.faults().on("/**", Faults.UNTIL_CLEARED, Fault.status(503));
        Instant then = rig.clock.instant();
        api.pulls().open(new NewPull("Add login", "login"), ALICE);
        api.git().push("main", List.of(new NewCommit("Fix")), ALICE);
        for (int minute = 0; minute < 90; minute++) {
            rig.cycle();
        }

        // When
        rig.gitHub.faults().clear();
        rig.settle();

        // Then
        assertSeenLate(the("pr-acme/api-1#opened"), then);
        assertSeenLate(the("push-acme/api-main"), then);
        // A commit is as old as it was when it was made, however late it was pushed.
        assertThat(the("commit-").data()).doesNotContainKey("seen_late");
    }

    @Test
    void saysSoAfterTheConnectorWasAway() {
        // Given
        Instant then = rig.clock.instant();
        long run = api.runs().start(new NewRun("Build", "main"), ALICE).id();
        api.runs().complete(run, "failure", ALICE);

        // When
        rig.clock.tick(Duration.ofHours(2));
        rig.restart().cycle();

        // Then
        assertSeenLate(the("workflow-acme/api-" + run), then);
    }

    @Test
    void saysNothingOfWhatWasSeenInTimeAndChangedLater() {
        // Given
        api.pulls().open(new NewPull("Add login", "login"), ALICE);
        rig.cycle();

        // When
        rig.clock.tick(Duration.ofHours(3));
        api.issues().edit(1, "Add login and logout", null, ALICE);
        rig.settle();

        // Then
        EventDraft opened = the("pr-acme/api-1#opened");
        assertThat(opened.title()).contains("logout");
        assertThat(opened.data()).doesNotContainKey("seen_late");
    }

    @Test
    void saysNothingOfWhatAFirstSyncTakes() {
        // Given
        Repository web = rig.repository("acme/web");
        Populator.populate(web, new Population(70, 10, 70, 5, 20, 3));
        rig.clock.tick(Duration.ofHours(3));

        // When
        rig.integrate("acme/web").settle();

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.contains("acme/web")).hasSizeGreaterThan(100)
                .allMatch(id -> !rig.backend.event(INTEGRATION, id).data().containsKey("seen_late"));
    }
}
