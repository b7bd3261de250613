package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.github.rig.Rig;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.junit.QuarkusTest;

/** A name that led to one repository leads to another one day. */
@QuarkusTest
class GivenAwayNameTest {

    private static final By ALICE = By.user("alice");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository former = rig.repository("acme/api");

    private static void open(Repository repository, String title) {
        repository.pulls().open(new NewPull(title, title.toLowerCase()), ALICE);
    }

    private Repository givenAway() {
        rig.gitHub.world().move(former, "acme/api-old");
        return rig.repository("acme/api");
    }

    private String title(String id) {
        return rig.backend.event(INTEGRATION, id).title();
    }

    private Map<String, Checkpoint> checkpoints() {
        return rig.backend.checkpoints(INTEGRATION);
    }

    @Test
    void keepsTheNewcomerApartFromTheOneThatHadItsName() {
        // Given
        rig.integrate("acme/api").cycle();
        open(former, "Former");
        rig.cycle();

        // When
        Repository newcomer = givenAway();
        rig.integrate("acme/api", "acme/api-old").settle();
        open(newcomer, "Newcomer");
        open(former, "Later");
        rig.settle();

        // Then
        String apart = "acme/api~" + newcomer.id();
        assertThat(title("pr-acme/api-1#opened")).isEqualTo("[PR] Former");
        assertThat(title("pr-acme/api-2#opened")).isEqualTo("[PR] Later");
        assertThat(title("pr-" + apart + "-1#opened")).isEqualTo("[PR] Newcomer");
        assertThat(rig.backend.events(INTEGRATION)).extracting(EventDraft::project).containsOnly("acme/api", "acme/api-old");
        assertThat(rig.backend.event(INTEGRATION, "pr-" + apart + "-1#opened").project()).isEqualTo("acme/api");
        assertThat(checkpoints()).containsOnlyKeys("acme/api", apart);
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
    }

    @Test
    void fightsOverNoCheckpointAcrossRestarts() {
        // Given
        rig.integrate("acme/api").cycle();
        Repository newcomer = givenAway();
        rig.integrate("acme/api", "acme/api-old").settle();
        rig.restart().settle();
        List<String> ids = rig.ids();
        Map<String, Checkpoint> stored = checkpoints();
        rig.restart().settle();
        rig.gitHub.requests().reset();

        // When
        rig.settle();

        // Then
        assertThat(rig.ids()).isEqualTo(ids);
        assertThat(checkpoints()).isEqualTo(stored);
        assertThat(rig.gitHub.requests().notModified()).isGreaterThan(rig.gitHub.requests().total() * 9 / 10);
        open(newcomer, "Newcomer");
        rig.restart().cycle();
        assertThat(rig.ids()).contains("pr-acme/api~" + newcomer.id() + "-1#opened");
    }

    @Test
    void readsBothWhereBothNamesWereConfiguredBefore() {
        // Given: the other name leads nowhere yet
        rig.integrate("acme/api", "acme/api-old").cycle();

        // When
        Repository newcomer = givenAway();
        for (int hour = 0; hour < 3; hour++) {
            rig.clock.tick(Duration.ofMinutes(61));
            rig.cycle();
        }
        open(newcomer, "Newcomer");
        open(former, "Former");
        rig.settle();

        // Then
        assertThat(title("pr-acme/api-1#opened")).isEqualTo("[PR] Former");
        assertThat(title("pr-acme/api~" + newcomer.id() + "-1#opened")).isEqualTo("[PR] Newcomer");
    }

    @Test
    void beginsAnewWithARepositoryThatWasDeletedAndMadeAgain() {
        // Given
        open(former, "Former");
        rig.integrate("acme/api").cycle();
        rig.gitHub.world().deleteRepository(former);
        rig.cycle();

        // When
        Repository again = rig.repository("acme/api");
        open(again, "Again");
        for (int hour = 0; hour < 2; hour++) {
            rig.clock.tick(Duration.ofMinutes(61));
            rig.cycle();
        }

        // Then
        assertThat(title("pr-acme/api-1#opened")).isEqualTo("[PR] Former");
        assertThat(title("pr-acme/api~" + again.id() + "-1#opened")).isEqualTo("[PR] Again");
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
    }
}
