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
