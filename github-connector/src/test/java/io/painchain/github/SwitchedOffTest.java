package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.github.rig.Rig;
import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.junit.QuarkusTest;

/** A repository without pull requests or issues is well, and the ledger claims nothing of them. */
@QuarkusTest
class SwitchedOffTest {

    private static final By ALICE = By.user("alice");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.repository("acme/api");

    private List<String> covered() {
        return rig.backend.lastReport().coverage() == null ? List.of()
                : rig.backend.lastReport().coverage().stream().map(Coverage::source).toList();
    }

    @Test
    void isWellWithoutPullRequests() {
        // Given
        api.edit(settings -> settings.hasPullRequests(false));
        api.issues().open(new NewIssue("It breaks"), ALICE);

        // When
        rig.integrate("acme/api").settle();

        // Then
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
        assertThat(rig.backend.lastReport().error()).isNull();
        assertThat(rig.ids()).contains("issue-acme/api-1#opened");
        assertThat(rig.backend.coverage()).extracting(Coverage::source).contains("issues").doesNotContain("pulls");
        assertThat(covered()).doesNotContain("pulls");
        assertThat(rig.gitHub.requests().count("/repos/{owner}/{repo}/pulls", 404)).isEqualTo(1);
    }

    @Test
    void isWellWithoutIssues() {
        // Given
        api.edit(settings -> settings.hasIssues(false));
        api.pulls().open(new NewPull("Add login", "login"), ALICE);

        // When
        rig.integrate("acme/api").settle();

        // Then
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
        assertThat(rig.ids()).contains("pr-acme/api-1#opened");
        assertThat(rig.backend.coverage()).extracting(Coverage::source).contains("pulls").doesNotContain("issues");
    }

    @Test
    void readsThemOnceTheyAreSwitchedOn() {
        // Given
        api.edit(settings -> settings.hasPullRequests(false));
        rig.integrate("acme/api").settle();

        // When
        api.edit(settings -> settings.hasPullRequests(true));
        api.pulls().open(new NewPull("Add login", "login"), ALICE);
        rig.clock.tick(Duration.ofMinutes(61));
        rig.settle();

        // Then
        assertThat(rig.ids()).contains("pr-acme/api-1#opened");
        assertThat(rig.backend.coverage()).extracting(Coverage::source).contains("pulls");
    }

    @Test
    void keepsWhatWasReadWhereTheyAreSwitchedOffLater() {
        // Given
        api.pulls().open(new NewPull("Add login", "login"), ALICE);
        rig.integrate("acme/api").cycle();
        List<String> ids = rig.ids();

        // When
        api.edit(settings -> settings.hasPullRequests(false).hasIssues(false));
        for (int hour = 0; hour < 3; hour++) {
            rig.clock.tick(Duration.ofMinutes(61));
            rig.cycle();
        }

        // Then
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
        assertThat(rig.ids()).isEqualTo(ids);
    }
}
