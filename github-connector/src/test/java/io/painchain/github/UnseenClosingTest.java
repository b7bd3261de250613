package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.github.rig.Rig;
import io.painchain.github.rig.StubGitHub;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.junit.QuarkusTest;

/** What was closed without a closing among the events, as of a flagged user. */
@QuarkusTest
class UnseenClosingTest {

    private static final By ALICE = By.user("alice");
    private static final String CLOSED = """
            {"number": 31, "title": "Odd", "state": "closed", "created_at": "2026-03-02T08:00:00Z", "user": {"login": "flagged"},
             "updated_at": "2026-03-02T08:10:10Z", "closed_at": "2026-03-02T08:10:10Z", "merged_at": null%s}""";
    private static final String EVENT = """
            {"id": 77, "event": "closed", "created_at": "2026-03-02T08:10:10Z", "actor": {"login": "flagged"}, "issue": %s}""";

    @RegisterExtension
    private final Rig rig = new Rig();

    private Instant closedUnseen(Repository api, int number) {
        Instant closedAt = rig.clock.instant();
        api.issues().closeUnseen(number, ALICE);
        return closedAt;
    }

    @Test
    void isDraftedByItsTimeOnceNoEventCameForAWhile() {
        // Given
        Repository api = rig.synced("acme/api");
        api.issues().open(new NewIssue("It breaks"), ALICE);
        api.pulls().open(new NewPull("Add login", "login"), ALICE);
        rig.cycle();

        // When
        Instant closedAt = closedUnseen(api, 1);
        closedUnseen(api, 2);
        rig.cycle();
        assertThat(rig.ids()).noneMatch(id -> id.contains("#closed"));
        rig.restart().settle();

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.contains("#closed")).containsExactly(
                "issue-acme/api-1#closed@" + closedAt, "pr-acme/api-2#closed@" + closedAt);
        assertThat(rig.backend.event(INTEGRATION, "issue-acme/api-1#closed@" + closedAt).status()).isEqualTo("closed");
        assertThat(rig.backend.event(INTEGRATION, "pr-acme/api-2#closed@" + closedAt).data()).containsKey("approved_count");
    }

    @Test
    void isAskedForNoMoreOnceItIsDrafted() {
        // Given
        Repository api = rig.synced("acme/api");
        api.issues().open(new NewIssue("It breaks"), ALICE);
        rig.cycle();
        closedUnseen(api, 1);
        rig.settle();
        rig.gitHub.requests().reset();

        // When
        rig.settle();

        // Then
        assertThat(rig.gitHub.requests().count("/repos/{owner}/{repo}/issues/{number}/events", 200)).isZero();
    }

    @Test
    void isDraftedOnceWhereTheEventShowsUpLate() {
        try (StubGitHub stub = new StubGitHub()) {
            // Given
            String pull = CLOSED.formatted("");
            String issue = CLOSED.formatted("").replace("31", "32");
            stub.on("/repos/acme/api/pulls", "[" + pull + "]").on("/repos/acme/api/pulls/31", pull)
                    .on("/repos/acme/api/issues", "[" + issue + "]");
            rig.backend.integrate(INTEGRATION,
                    Map.of("token", "t", "apiUrl", stub.api().toString(), "repositories", List.of("acme/api")));
            rig.cycle();
            List<String> closings = List.of("issue-acme/api-32#closed@2026-03-02T08:10:10Z",
                    "pr-acme/api-31#closed@2026-03-02T08:10:10Z");
            assertThat(rig.ids()).containsAll(closings);

            // When
            String marked = CLOSED.formatted(", \"pull_request\": {}");
            stub.on("/repos/acme/api/issues/events",
                    "[" + EVENT.formatted(issue) + "," + EVENT.replace("77", "78").formatted(marked) + "]");
            rig.restart().settle();
            for (int hour = 0; hour < 3; hour++) {
                rig.clock.tick(Duration.ofMinutes(61));
                rig.cycle();
            }

            // Then
            assertThat(rig.ids()).filteredOn(id -> id.contains("#closed")).containsExactlyElementsOf(closings);
            assertThat(rig.backend.events(INTEGRATION)).filteredOn(event -> event.externalId().contains("#closed"))
                    .extracting(EventDraft::status).containsOnly("closed");
        }
    }
}
