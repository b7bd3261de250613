package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.github.rig.Rig;
import io.painchain.model.integration.Coverage;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.junit.QuarkusTest;

/** The ledger claims what can be vouched for, and says what cannot. */
@QuarkusTest
class LedgerTest {

    private static final By ALICE = By.user("alice");

    private Rig rig;
    private Repository api;

    @BeforeEach
    void start() {
        rig = new Rig();
        api = rig.repository("acme/api");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private Coverage line(String source) {
        return rig.backend.lastReport().coverage().stream().filter(line -> line.source().equals(source)).findFirst()
                .orElseThrow();
    }

    @Test
    void vouchesForNoPushesThatTheFeedAloneTells() {
        // Given
        api.activityAvailable(false);
        api.git().push("main", List.of(new NewCommit("Fix")), ALICE);

        // When
        rig.integrate("acme/api").cycle().cycle().cycle();

        // Then
        Coverage pushes = line("pushes");
        assertThat(pushes.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(pushes.from());
            assertThat(gap.to()).isEqualTo(pushes.verifiedAt());
            assertThat(gap.reason()).contains("only the events feed");
        });
        assertThat(pushes.verifiedAt()).isAfter(rig.clock.instant().minus(Duration.ofMinutes(3)));
    }

    @Test
    void vouchesForPushesAsLongAsTheActivityWasThereAndOnceItIsBack() {
        // Given
        rig.clock.tick(Duration.ofMinutes(10));
        Instant push = rig.clock.instant();
        api.git().push("main", List.of(new NewCommit("Fix")), ALICE);
        rig.integrate("acme/api").settle();
        assertThat(line("pushes").gaps()).isEmpty();

        // When
        rig.clock.tick(Duration.ofMinutes(10));
        api.activityAvailable(false);
        rig.settle();

        // Then
        assertThat(line("pushes").gaps()).singleElement()
                .satisfies(gap -> assertThat(gap.from()).as("less the margin").isEqualTo(push.minus(Duration.ofMinutes(2))));

        // When
        api.activityAvailable(true);
        rig.clock.tick(Duration.ofHours(1));
        rig.settle();

        // Then
        assertThat(line("pushes").gaps()).isEmpty();
    }

    @Test
    void beginsWhereTheStepsBeginThatAFirstSyncTook() {
        // Given more labels than a first sync takes, on an issue that it does
        int issue = api.issues().open(new NewIssue("It breaks"), ALICE).number();
        for (int i = 0; i < 70; i++) {
            rig.clock.tick(Duration.ofMinutes(1));
            api.issues().label(issue, "label-" + i, ALICE);
        }

        // When
        rig.integrate("acme/api").cycle().cycle();

        // Then
        assertThat(line("issues").from()).isAfter(Rig.START.plus(Duration.ofMinutes(20)));
    }
}
