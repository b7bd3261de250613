package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.github.rig.Rig;
import io.painchain.github.rig.StubGitHub;
import io.painchain.model.event.EventDraft;

/** What GitHub may say and the simulator never does. */
class OddAnswersTest {

    private Rig rig;
    private StubGitHub gitHub;

    @BeforeEach
    void start() {
        rig = new Rig();
        gitHub = new StubGitHub();
        rig.backend.integrate(INTEGRATION,
                Map.of("token", "ghp_test", "apiUrl", gitHub.api().toString(), "repositories", List.of("acme/api")));
    }

    @AfterEach
    void stop() {
        gitHub.close();
        rig.close();
    }

    @Test
    void setsARecordAsideThatItCannotReadAndGoesOn() {
        // Given
        gitHub.on("/repos/acme/api/issues",
                """
                        [{"number": 1, "title": "Good", "state": "open", "created_at": "2026-03-02T09:00:00Z", "updated_at": "2026-03-02T09:00:00Z"},
                         {"number": 2, "title": "Bad", "state": "open", "created_at": "yesterday", "updated_at": "2026-03-02T09:00:00Z"}]""");

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).containsExactly("issue-acme/api-1#opened");
        assertThat(rig.backend.rejected(INTEGRATION)).singleElement()
                .satisfies(record -> assertThat(record.path("raw").path("title").asText()).isEqualTo("Bad"))
                .satisfies(record -> assertThat(record.path("errors").path(0).path("detail").asText()).contains("yesterday"));
        assertThat(rig.backend.checkpoints(INTEGRATION)).containsKey("acme/api");
    }

    @Test
    void tellsTwoPushesOfTheSameMovementApart() {
        // Given a branch that goes to and fro
        String one = "1".repeat(40);
        String two = "2".repeat(40);
        gitHub.on("/repos/acme/api/activity", "[" + push(3, one, two, "09:20:30") + "," + push(2, two, one, "09:10:00") + ","
                + push(1, one, two, "09:00:00") + "]");

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).containsExactlyInAnyOrder("push-acme/api-main@111111111111..222222222222",
                "push-acme/api-main@222222222222..111111111111",
                "push-acme/api-main@111111111111..222222222222~2026-03-02T09:20Z");
    }

    private static String push(int id, String before, String after, String time) {
        return """
                {"id": %d, "before": "%s", "after": "%s", "ref": "refs/heads/main", "timestamp": "2026-03-02T%sZ", "activity_type": "push", "actor": null}"""
                .formatted(id, before, after, time);
    }

    @Test
    void givesAPushWithoutACommitItsShortSha() {
        // Given
        gitHub.on("/repos/acme/api/activity", "[" + push(1, "1".repeat(40), "2".repeat(40), "09:00:00") + "]");

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.events(INTEGRATION)).extracting(EventDraft::title).containsExactly("[Push] main: 2222222");
        assertThat(rig.backend.events(INTEGRATION)).extracting(EventDraft::author).containsExactly("ghost");
    }
}
