package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.github.rig.Rig;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.junit.QuarkusTest;

/** Issues that left: the next sweep finds that they are no longer here. */
@QuarkusTest
class DepartedIssueTest {

    private static final By ALICE = By.user("alice");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.repository("acme/api");
    private final Repository web = rig.repository("acme/web");

    @BeforeEach
    void start() {
        for (int i = 1; i <= 5; i++) {
            api.issues().open(new NewIssue("Issue " + i), ALICE);
        }
        rig.integrate("acme/api").cycle();
        sweep();
    }

    private void sweep() {
        rig.clock.tick(Duration.ofMinutes(61));
        rig.cycle().settle();
    }

    private List<EventDraft> departures() {
        return rig.backend.events(INTEGRATION).stream()
                .filter(event -> event.externalId().matches(".*#(transferred|deleted|gone)")).toList();
    }

    private EventDraft departure(int number) {
        return departures().stream().filter(event -> event.externalId().startsWith("issue-acme/api-" + number + "#"))
                .findFirst().orElseThrow();
    }

    @Test
    void isReportedWithWhatBecameOfThem() {
        // When
        api.issues().transfer(1, web, ALICE);
        api.issues().delete(3);
        api.issues().convert(5);
        rig.restart().cycle();
        sweep();

        // Then
        assertThat(departures()).hasSize(3);
        assertThat(departure(1).status()).isEqualTo("transferred");
        assertThat(departure(1).title()).isEqualTo("[Issue] Issue 1 transferred");
        assertThat(departure(1).data()).containsEntry("issue_number", 1)
                .hasEntrySatisfying("moved_to", address -> assertThat(address.toString()).endsWith("/acme/web/issues/1"));
        assertThat(departure(1).entity()).isEqualTo("issue:acme/api#1");
        assertThat(departure(3).status()).isEqualTo("deleted");
        assertThat(departure(3).title()).isEqualTo("[Issue] #3 deleted");
        assertThat(departure(5).status()).isEqualTo("gone");
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
    }

    @Test
    void isReportedOnce() {
        // Given
        api.issues().delete(3);
        sweep();
        rig.gitHub.requests().reset();

        // When
        api.issues().open(new NewIssue("Another"), ALICE);
        sweep();
        sweep();

        // Then
        assertThat(departures()).hasSize(1);
        assertThat(rig.gitHub.requests().count("/repos/{owner}/{repo}/issues/{number}", 410)).isZero();
    }

    @Test
    void isOneEventThoughItIsNoticedTwice() {
        // Given
        Checkpoint before = rig.backend.checkpoints(INTEGRATION).get("acme/api");
        api.issues().delete(3);
        sweep();
        String id = departure(3).externalId();

        // When what was posted is stored, but not how far that was
        long version = rig.backend.checkpoints(INTEGRATION).get("acme/api").version();
        rig.backend.checkpoint(INTEGRATION, new Checkpoint("acme/api", version, before.value()));
        rig.restart().cycle();
        sweep();

        // Then
        assertThat(rig.backend.revisions(INTEGRATION, id)).isGreaterThan(1);
        assertThat(departures()).extracting(EventDraft::externalId).containsExactly("issue-acme/api-3#deleted");
    }

    @Test
    void isNotReportedForIssuesThatAListLeftOut() {
        // Given a list that shows none for once
        rig.gitHub.faults().forGood("/repos/acme/api/issues", Fault.answer(200, "[]"));

        // When
        sweep();
        rig.gitHub.faults().clear();
        sweep();

        // Then
        assertThat(departures()).isEmpty();
    }

    @Test
    void isReportedAlsoUnderTheRepositorysNewName() {
        // Given
        rig.gitHub.world().move(api, "acme/server");

        // When
        api.issues().delete(3);
        sweep();
        sweep();

        // Then
        assertThat(departures()).extracting(EventDraft::status).containsExactly("deleted");
    }
}
