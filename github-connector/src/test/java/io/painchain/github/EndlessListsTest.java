package io.painchain.github;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.github.rig.Rig;
import io.painchain.github.rig.StubGitHub;
import io.painchain.model.event.EventDraft;
import io.quarkus.test.junit.QuarkusTest;

/** Lists that go on for ever are read so far, and what is not read is named. */
@QuarkusTest
class EndlessListsTest {

    private static final String RUN = """
            {"id": 7, "name": "CI", "status": "completed", "conclusion": "failure", "run_attempt": 1, "head_branch": "main",
             "created_at": "2026-03-02T09:00:00Z", "run_started_at": "2026-03-02T09:00:00Z", "updated_at": "2026-03-02T09:08:00Z"}""";

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

    /** Each page leads to one more. */
    private void endless(String path, String body) {
        gitHub.on(get(urlPathEqualTo("/api/v3" + path)).willReturn(StubGitHub.json(body).withHeader("Link",
                "<" + gitHub.api() + path + "?per_page=100&page=2>; rel=\"next\"")));
    }

    @Test
    void namesAsAGapWhatOfTheReleasesIsNotRead() {
        // Given
        endless("/repos/acme/api/releases", "[]");

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.lastReport().repositories()).singleElement()
                .satisfies(repository -> assertThat(repository.error()).startsWith("Some releases between"));
        assertThat(rig.backend.coverage()).filteredOn(line -> line.source().equals("releases"))
                .anySatisfy(line -> assertThat(line.gaps()).isNotEmpty());
    }

    private static final String THING = """
            {"id": %1$d, "number": %1$d, "title": "t", "state": "open", "created_at": "%2$s", "updated_at": "%2$s",
             "event": "closed", "ref": "refs/heads/main", "before": "%1$040d", "after": "1%1$039d", "activity_type": "push",
             "timestamp": "%2$s", "sha": "a", "environment": "production", "status": "completed", "conclusion": "success",
             "run_attempt": 1, "actor": {"login": "mia"},
             "issue": {"number": %1$d, "title": "t", "state": "closed", "created_at": "%2$s", "updated_at": "%2$s"}}""";

    /** Every list that polls read to known ground, which is never reached here. */
    @ParameterizedTest
    @CsvSource({ "/pulls, pulls", "/issues, issues", "/issues/events, issues", "/activity, pushes",
            "/deployments, deployments", "/actions/runs, runs" })
    void namesAsAGapWhatAPollDoesNotReach(String list, String source) {
        // Given
        String path = "/repos/acme/api" + list;
        String envelope = list.equals("/actions/runs") ? "{\"workflow_runs\": [%s]}" : "[%s]";
        gitHub.on(path, envelope.formatted(THING.formatted(1, "2026-03-02T09:00:00Z")));
        rig.cycle();

        // When
        endless(path, envelope.formatted(THING.formatted(2, "2026-03-02T09:20:00Z")));
        for (int i = 0; i < 17; i++) {
            rig.cycle();
        }

        // Then
        assertThat(rig.backend.coverage()).filteredOn(line -> line.source().equals(source))
                .anySatisfy(line -> assertThat(line.gaps()).isNotEmpty());
    }

    @Test
    void saysThatOnlySomeBranchesAreFollowed() {
        // Given
        rig.backend.integrate(INTEGRATION, Map.of("token", "ghp_test", "apiUrl", gitHub.api().toString(), "repositories",
                List.of("acme/api"), "branches", List.of("main")));
        endless("/repos/acme/api/branches", "[{\"name\": \"old\", \"commit\": {\"sha\": \"a\"}}]");

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.lastReport().error()).contains("Commits are read of the branches among the first 3000 only");
    }

    @Test
    void saysOfARunOfTooManyJobsThatTheFailedOnesAreNotCounted() {
        // Given
        gitHub.on("/repos/acme/api/actions/runs", "{\"total_count\": 1, \"workflow_runs\": [" + RUN + "]}");
        endless("/repos/acme/api/actions/runs/7/attempts/1/jobs",
                "{\"total_count\": 5000, \"jobs\": [{\"id\": 1, \"name\": \"test\", \"status\": \"completed\", \"conclusion\": \"failure\"}]}");

        // When
        rig.cycle();

        // Then
        EventDraft run = rig.backend.events(INTEGRATION).get(0);
        assertThat(run.data().get("failed_jobs")).asInstanceOf(LIST).hasSize(1);
        assertThat(run.data().get("missing")).asInstanceOf(LIST)
                .contains("failed_jobs_count");
    }
}
