package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.github.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.quarkus.test.junit.QuarkusTest;

/** Runs that never end, end without saying how, change long after their end, or vanish. */
@QuarkusTest
class OddRunsTest {

    private static final By ALICE = By.user("alice");
    private static final String ALONE = "/repos/{owner}/{repo}/actions/runs/{run}";

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.repository("acme/api");

    private long start(String workflow) {
        return api.runs().start(new NewRun(workflow, "main"), ALICE).id();
    }

    private void run(String workflow, String conclusion) {
        api.runs().complete(start(workflow), conclusion, ALICE);
    }

    private EventDraft event(long run) {
        return rig.backend.event(INTEGRATION, "workflow-acme/api-" + run);
    }

    private long alone() {
        return rig.gitHub.requests().count(ALONE, 200) + rig.gitHub.requests().count(ALONE, 304);
    }

    /** They leave the first page, and nothing is heard of them for a week. */
    private List<Long> zombies(int count) {
        List<Long> zombies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            zombies.add(start("Zombie"));
            if (i % 80 == 79) {
                rig.clock.tick(Duration.ofSeconds(1));
                rig.cycle();
            }
        }
        rig.cycle();
        rig.clock.tick(Duration.ofSeconds(10));
        for (int i = 0; i < 100; i++) {
            run("Quick", "success");
        }
        rig.cycle();
        return zombies;
    }

    @Test
    void asksForTheOnesThatNeverEndEverMoreSeldom() {
        // Given
        rig.integrate("acme/api").cycle();
        zombies(189);
        rig.clock.tick(Duration.ofDays(8));
        rig.gitHub.requests().reset();

        // When
        for (int i = 0; i < 70; i++) {
            rig.cycle();
        }

        // Then each is asked once, a few a minute
        assertThat(alone()).isBetween(189L, 70 * 3L);
        rig.gitHub.requests().reset();
        for (int i = 0; i < 60; i++) {
            rig.cycle();
        }
        assertThat(alone()).isLessThan(10);
        rig.restart();
        rig.gitHub.requests().reset();
        for (int i = 0; i < 10; i++) {
            rig.cycle();
        }
        assertThat(alone()).isBetween(1L, 10 * 3L);
    }

    @Test
    void showsTheOnesThatNeverEndAsStaleAfterADay() {
        // Given
        rig.integrate("acme/api").cycle();
        long zombie = zombies(3).get(0);
        long shown = start("Shown");
        rig.cycle();
        assertThat(event(zombie).status()).isEqualTo("in_progress");

        // When
        rig.clock.tick(Duration.ofHours(25));
        rig.cycle().cycle().cycle();

        // Then
        assertThat(event(zombie).status()).isEqualTo("stale");
        assertThat(event(shown).status()).isEqualTo("stale");
        assertThat(event(zombie).title()).startsWith("[Workflow] – ");

        // When it ends after all
        api.runs().complete(zombie, "failure", ALICE);
        rig.clock.tick(Duration.ofHours(1));
        rig.cycle().cycle();

        // Then
        assertThat(event(zombie).status()).isEqualTo("failure");
    }

    @Test
    void seesTheEndOfALivelyOneWithTheNextPoll() {
        // Given
        rig.integrate("acme/api").cycle();
        long slow = zombies(1).get(0);
        rig.clock.tick(Duration.ofHours(3));
        rig.cycle();

        // When
        api.runs().complete(slow, "success", ALICE);
        rig.cycle();

        // Then
        assertThat(event(slow).status()).isEqualTo("success");
    }

    @Test
    void takesTheConclusionUpThatCameAfterTheEnd() {
        // Given
        rig.integrate("acme/api").cycle();
        long run = start("CI");
        rig.cycle();
        api.runs().complete(run, null, ALICE);
        rig.cycle();
        assertThat(event(run).status()).isEqualTo("in_progress");

        // When
        api.runs().conclude(run, "failure", ALICE);
        rig.cycle();

        // Then
        assertThat(event(run).status()).isEqualTo("failure");
        assertThat(event(run).title()).startsWith("[Workflow] ✗ ");
    }

    @Test
    void keepsTheEndOfARunWhoseRecordChangesWeeksLater() {
        // Given
        rig.integrate("acme/api").cycle();
        long run = start("CI");
        rig.clock.tick(Duration.ofMinutes(8));
        api.runs().complete(run, "success", ALICE);
        rig.cycle();
        Instant end = event(run).endTimestamp();
        assertThat(end).isNotNull();

        // When
        rig.clock.tick(Duration.ofDays(18));
        api.runs().touch(run, ALICE);
        run("Other", "success");
        for (int hour = 0; hour < 3; hour++) {
            rig.clock.tick(Duration.ofMinutes(61));
            rig.cycle();
        }
        rig.restart().settle();

        // Then
        assertThat(event(run).endTimestamp()).isEqualTo(end);
        assertThat(((Number) event(run).data().get("duration_seconds")).longValue()).isEqualTo(480);
    }

    @Test
    void takesTheJobsLastEndOfARunThatIsFirstSeenWeeksLater() {
        // Given
        long run = start("CI");
        rig.clock.tick(Duration.ofMinutes(8));
        Instant end = rig.clock.instant();
        api.runs().complete(run, "success", ALICE);
        rig.clock.tick(Duration.ofDays(18));
        api.runs().touch(run, ALICE);

        // When
        rig.integrate("acme/api").cycle();

        // Then
        assertThat(event(run).endTimestamp()).isEqualTo(end);
        assertThat(event(run).data()).containsEntry("duration_seconds", 480);
    }

    @Test
    void showsAnUnfinishedOneThatWasDeleted() {
        // Given
        rig.integrate("acme/api").cycle();
        long deleted = start("CI");
        long finished = start("Fine");
        api.runs().complete(finished, "success", ALICE);
        rig.cycle();

        // When
        api.runs().delete(deleted);
        api.runs().delete(finished);
        rig.cycle().cycle();

        // Then
        assertThat(event(deleted).status()).isEqualTo("deleted");
        assertThat(event(deleted).title()).isEqualTo("[Workflow] – CI - main");
        assertThat(event(finished).status()).isEqualTo("success");
    }

    @Test
    void findsTheRerunAmongMoreThanAThousandOfAWeek() {
        // Given: more than a filtered list shows, all within a day
        rig.integrate("acme/api").cycle();
        long first = start("First");
        api.runs().complete(first, "failure", ALICE);
        rig.cycle();
        for (int i = 0; i < 1_500; i++) {
            rig.clock.tick(Duration.ofSeconds(20));
            run("Quick", "success");
            if (i % 90 == 89) {
                rig.cycle();
            }
        }
        rig.settle();
        for (int hour = 0; hour < 2; hour++) {
            rig.clock.tick(Duration.ofMinutes(61));
            rig.cycle();
        }

        // When
        api.runs().rerun(first, ALICE);
        api.runs().complete(first, "success", ALICE);
        rig.cycle();
        assertThat(rig.ids()).noneMatch(id -> id.endsWith(first + "#attempt-2"));
        for (int hour = 0; hour < 2; hour++) {
            rig.clock.tick(Duration.ofMinutes(61));
            rig.cycle();
        }

        // Then
        assertThat(rig.ids()).anyMatch(id -> id.endsWith(first + "#attempt-2"));
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("workflow-")).hasSize(1_502);
        rig.gitHub.requests().reset();
        rig.clock.tick(Duration.ofMinutes(61));
        rig.cycle();
        assertThat(rig.gitHub.requests().count("/repos/{owner}/{repo}/actions/runs", 200)).isZero();
    }
}
