package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.github.rig.Rig;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.record.RequestCount;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.junit.QuarkusTest;

/** The sweep finds commits of tracked branches that polling missed. */
@QuarkusTest
class SweptCommitsTest {

    private static final By ALICE = By.user("alice");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.repository("acme/api");

    @BeforeEach
    void start() {
        rig.track(List.of("main", "release/*"), "acme/api").cycle();
    }

    /** Long enough that a sweep takes place, in steps of five minutes. */
    private void hourAndMore() {
        for (int step = 0; step < 14; step++) {
            rig.clock.tick(Duration.ofMinutes(4));
            rig.cycle();
        }
    }

    private List<String> commits() {
        return rig.ids().stream().filter(id -> id.startsWith("commit-")).toList();
    }

    /** Pages of lists of commits that were answered so; the later ones lie under the repository's id. */
    private int pages(int status) {
        return rig.gitHub.requests().counts().stream()
                .filter(count -> count.route().matches(".*/(\\{repo}|\\{id})/commits") && count.status() == status)
                .mapToInt(RequestCount::count).sum();
    }

    private String push(String branch, String message) {
        api.git().push(branch, List.of(new NewCommit(message, List.of(FileChange.added("a.txt", 3)))), ALICE);
        return "commit-acme/api-" + api.git().head(branch);
    }

    @Test
    void findsACommitThatPollingNeverStored() {
        // Given
        String lost = push("main", "Fix");
        String kept = push("main", "Fix it again");
        rig.settle();

        // When
        rig.backend.lose(INTEGRATION, lost);
        hourAndMore();

        // Then
        assertThat(commits()).containsOnlyOnce(lost);
        assertThat(rig.backend.event(INTEGRATION, lost).data()).containsEntry("branch", "main").containsEntry("additions", 3)
                .containsEntry("files", List.of("a.txt")).doesNotContainKeys("missing", "seen_late");
        assertThat(rig.backend.revisions(INTEGRATION, kept)).isEqualTo(1);
    }

    @Test
    void findsThoseOfALongPush() {
        // Given
        api.git().push("main", IntStream.range(0, 320).mapToObj(i -> new NewCommit("Step " + i)).toList(), ALICE);
        rig.cycle().cycle();
        assertThat(commits()).hasSize(321);

        // When
        rig.backend.lose(INTEGRATION,
                rig.ids().stream().filter(id -> id.startsWith("commit-")).limit(70).toArray(String[]::new));
        assertThat(commits()).hasSize(251);
        hourAndMore();

        // Then
        assertThat(commits()).hasSizeGreaterThanOrEqualTo(320)
                .allMatch(id -> rig.backend.event(INTEGRATION, id).data().containsKey("files"));
    }

    @Test
    void leavesACommitToTheBranchUnderWhichItIsStored() {
        // Given a commit that is on another tracked branch, too, which comes first
        String fix = push("main", "Fix");
        rig.settle();
        api.git().createBranch("release/1 & 2", "main", List.of(), ALICE);

        // When
        hourAndMore();

        // Then
        assertThat(rig.backend.event(INTEGRATION, fix).data()).containsEntry("branch", "main");
        assertThat(rig.backend.revisions(INTEGRATION, fix)).isEqualTo(1);
        assertThat(pages(200)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void asksAgainForFreeWhereNoBranchMoved() {
        // Given
        push("main", "Fix");
        api.git().createBranch("release/1", "main", List.of(new NewCommit("Backport")), ALICE);
        rig.settle();
        hourAndMore();
        rig.restart().cycle();
        rig.gitHub.requests().reset();
        rig.backend.forgetRequests();

        // When
        hourAndMore();

        // Then
        assertThat(pages(304)).isEqualTo(2);
        assertThat(rig.gitHub.requests().total()).isEqualTo(rig.gitHub.requests().notModified());
        assertThat(rig.backend.batchSizes()).isEmpty();
    }

    @Test
    void readsOnlyAsManyPagesAsABranchMoved() {
        // Given
        for (int i = 0; i < 7; i++) {
            api.git().push("main", IntStream.range(0, 50).mapToObj(n -> new NewCommit("Step " + n)).toList(), ALICE);
            rig.cycle();
        }
        rig.gitHub.requests().reset();
        hourAndMore();
        assertThat(pages(200)).as("all of it, once").isEqualTo(4);
        rig.gitHub.requests().reset();

        // When
        String fix = push("main", "Fix");
        rig.settle();
        rig.backend.lose(INTEGRATION, fix);
        hourAndMore();

        // Then
        assertThat(commits()).contains(fix);
        assertThat(pages(200)).isEqualTo(1);
    }

    @Test
    void takesBranchesInTurnWhereManyAreTracked() {
        // Given
        for (int i = 10; i < 34; i++) {
            api.git().createBranch("release/" + i, "main", List.of(new NewCommit("Backport " + i)), ALICE);
        }
        rig.settle();
        List<String> all = commits();
        assertThat(all).hasSize(25);
        rig.backend.lose(INTEGRATION, all.toArray(String[]::new));
        rig.gitHub.requests().reset();

        // When
        hourAndMore();
        int afterOne = commits().size();
        hourAndMore();
        hourAndMore();

        // Then
        assertThat(afterOne).isBetween(10, 11);
        assertThat(commits()).isEqualTo(all);
    }

    @Test
    void leavesOutABranchThatIsTrackedNoMore() {
        // Given
        push("main", "Fix");
        api.git().createBranch("release/1", "main", List.of(new NewCommit("Backport")), ALICE);
        rig.settle();
        rig.track(List.of("release/*"), "acme/api").cycle();
        rig.gitHub.requests().reset();

        // When
        rig.gitHub.faults().on("/repos/acme/api/branches", -1, Fault.status(404));
        hourAndMore();

        // Then
        assertThat(pages(200)).isEqualTo(1);
    }
}
