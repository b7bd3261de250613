package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.github.rig.Rig;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.junit.QuarkusTest;

/** Lists longer than one answer shows are read to their end, or it is said that they are not. */
@QuarkusTest
class LongListsTest {

    private static final By ALICE = By.user("alice");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.repository("acme/api");

    private List<String> commits() {
        return rig.ids().stream().filter(id -> id.startsWith("commit-")).toList();
    }

    @Test
    void tellsAllCommitsOfALongLivedBranchThatIsMerged() {
        // Given
        rig.track(List.of("main"), "acme/api").cycle();
        int before = commits().size();
        List<NewCommit> old = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            old.add(new NewCommit("Change " + i).dated(Rig.START.minus(Duration.ofDays(60)).plusSeconds(60L * i)));
        }

        // When
        api.git().push("main", old, ALICE);
        rig.settle();

        // Then
        assertThat(commits()).hasSize(before + 600);
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
    }

    @Test
    void readsToTheEndWhereAProxyTakesTheLinksOut() {
        // Given
        rig.track(List.of("main"), "acme/api").cycle();
        rig.gitHub.faults().forGood("**", Fault.without("Link"));
        for (int i = 0; i < 230; i++) {
            api.issues().open(new NewIssue("Issue " + i), ALICE);
        }

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.matches("issue-acme/api-\\d+#opened")).hasSize(230);
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
    }

    /** The activity's pages have no numbers, so that any number leads to the first. */
    @Test
    void namesAGapWhereNothingLeadsToTheNextPage() {
        // Given
        rig.track(List.of("main"), "acme/api").cycle();
        rig.gitHub.faults().forGood("**", Fault.without("Link"));
        for (int i = 0; i < 130; i++) {
            rig.clock.tick(Duration.ofSeconds(10));
            api.git().push("main", List.of(new NewCommit("Change " + i)), ALICE);
        }

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("push-")).hasSizeGreaterThanOrEqualTo(100);
        assertThat(rig.backend.coverage()).filteredOn(line -> line.source().equals("pushes"))
                .anySatisfy(line -> assertThat(line.gaps()).isNotEmpty());
        assertThat(rig.backend.lastReport().repositories()).singleElement()
                .satisfies(repository -> assertThat(repository.error()).startsWith("Some pushes between"));
    }

    @Test
    void namesNoGapWhereTheWholeListIsJustOneFullPage() {
        // Given
        rig.track(List.of("main"), "acme/api").cycle();
        int before = api.activities().newestFirst().size();
        for (int i = before; i < 100; i++) {
            rig.clock.tick(Duration.ofSeconds(10));
            api.git().push("main", List.of(new NewCommit("Change " + i)), ALICE);
        }

        // When
        rig.cycle();

        // Then
        assertThat(api.activities().newestFirst()).hasSize(100);
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("push-")).hasSize(100 - before);
        assertThat(rig.backend.coverage()).filteredOn(line -> line.source().equals("pushes"))
                .allSatisfy(line -> assertThat(line.gaps()).isEmpty());
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
    }

    @Test
    void saysWhereMoreBranchesMatchThanAreFollowed() {
        // Given
        rig.track(List.of("release/*"), "acme/api").cycle();

        // When
        for (int i = 0; i < 101; i++) {
            api.git().createBranch("release/" + (1_000 + i), "main", List.of(), ALICE);
        }
        rig.settle();

        // Then
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.degraded);
        assertThat(rig.backend.lastReport().error()).contains("100 of the branches that match");
        rig.restart().settle();
        assertThat(rig.backend.lastReport().error()).contains("100 of the branches that match");

        // When
        api.git().deleteBranch("release/1000", ALICE);
        rig.settle();

        // Then
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
    }
}
