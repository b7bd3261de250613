package io.painchain.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.github.rig.Rig;
import io.painchain.github.rig.StubGitHub;
import io.painchain.model.event.EventDraft;
import io.quarkus.test.junit.QuarkusTest;

/** What GitHub may say and the simulator never does. */
@QuarkusTest
class OddAnswersTest {

    private static final String ISSUE = """
            [{"number": 1, "title": "Good", "state": "open", "created_at": "2026-03-02T09:00:00Z", "updated_at": "2026-03-02T09:00:00Z"}]""";

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

    private static String issue(int number) {
        return """
                {"number": %d, "title": "Issue %d", "state": "open", "user": {"login": "alice"}, "created_at": "2026-03-02T08:0%d:00Z",
                 "updated_at": "2026-03-02T08:0%d:00Z"}"""
                .formatted(number, number, number, number);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://ghe.acme.example/api/v3", "https://ghe.acme.example:8443/api/v3",
            "http://user:secret@internal/api/v3" })
    void asksForTheNextPageWhereItIsConfiguredWhateverAProxyMakesOfTheLink(String elsewhere) {
        // Given
        gitHub.on(get(urlPathEqualTo("/api/v3/repos/acme/api/issues")).willReturn(StubGitHub.json("[" + issue(2) + "]")
                .withHeader("Link", "<" + elsewhere + "/repositories/42/issues?page=2&after=a%2Fb>; rel=\"next\"")));
        gitHub.on(get(urlPathEqualTo("/api/v3/repositories/42/issues")).withQueryParam("after", equalTo("a/b"))
                .willReturn(StubGitHub.json("[" + issue(1) + "]")));

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).containsExactly("issue-acme/api-1#opened", "issue-acme/api-2#opened");
        assertThat(rig.backend.lastReport().error()).isNull();
    }

    @Test
    void readsTheRestWhereAThingMovedNobodyKnowsWhere() {
        // Given an issue that was closed and whose own events have gone without an address
        gitHub.on("/repos/acme/api/issues", "[" + issue(3).replace("\"open\"", "\"closed\"") + "," + issue(2) + "]");
        gitHub.on(get(urlPathMatching("/api/v3/repos/acme/api/issues/3/events")).willReturn(aResponse().withStatus(301)));

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).contains("issue-acme/api-2#opened");
        assertThat(rig.backend.lastReport().error()).isNull();
    }

    @Test
    void readsReleasesAgainWhereAProxyTakesTheTags() {
        // Given
        gitHub.on("/repos/acme/api/releases", "[]");
        rig.cycle();

        // When
        gitHub.on("/repos/acme/api/releases", """
                [{"id": 7, "tag_name": "v1", "created_at": "2026-03-02T09:20:00Z", "published_at": "2026-03-02T09:20:00Z"}]""");
        rig.clock.tick(Duration.ofHours(1));
        rig.cycle();

        // Then
        assertThat(rig.ids()).containsExactly("release-acme/api-7");
    }

    @ParameterizedTest
    @ValueSource(strings = { "<http://[>; rel=next", "<a b|c>; rel=\"next\"", "<http://a.example:port/>; rel=next" })
    void readsTheRestWhereALinkIsNoAddress(String link) {
        // Given
        gitHub.on(get(urlPathEqualTo("/api/v3/repos/acme/api/actions/runs"))
                .willReturn(StubGitHub.json("{\"total_count\": 0, \"workflow_runs\": []}").withHeader("Link", link)));
        gitHub.on("/repos/acme/api/issues", ISSUE);

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).containsExactly("issue-acme/api-1#opened");
        assertThat(rig.backend.lastReport().repositories()).singleElement()
                .satisfies(repository -> assertThat(repository.error()).startsWith("Workflow runs cannot be read: "));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a\\u0000b", "\\ud800", "\\u202e \\u001b[31m", "a b|c" })
    void readsTheRestWhereAPushLeadsToNoCommit(String head) {
        // Given
        gitHub.on("/repos/acme/api/activity",
                """
                        [{"id": 3, "ref": "refs/heads/main", "before": "%s", "after": "%s", "activity_type": "push", "timestamp": "2026-03-02T09:00:00Z"}]"""
                        .formatted("a".repeat(40), head));
        gitHub.on("/repos/acme/api/issues", ISSUE);

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).hasSize(2).contains("issue-acme/api-1#opened").anyMatch(id -> id.startsWith("push-acme/api-"));
    }
}
