package io.painchain.github.proxy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.painchain.connector.cache.LocalCache;
import io.painchain.connector.rig.SettableClock;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.github.rig.Asked;
import io.painchain.github.rig.Rig;
import io.painchain.github.rig.StubGitHub;
import io.painchain.model.task.ProxyAnswer;
import io.painchain.model.task.TaskKind;

@SuppressWarnings("unchecked")
class ProxyHandlerTest {

    private static final String REPO = "/api/v3/repos/acme/api";
    private static final String PULLS = """
            [{"number": 1, "title": "One", "url": "https://api.example/1", "html_url": "https://example/1",
              "head": {"ref": "one", "repo": {"id": 42, "temp_clone_token": "AABB", "forks_url": "x"}}}]""";

    private final SettableClock clock = new SettableClock(Rig.START);
    private final StubGitHub gitHub = new StubGitHub();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final long[] nanos = { 0 };
    private final ProxyHandler handler = new ProxyHandler(Asked.connections(clock, Duration.ofSeconds(5)),
            new LocalCache(() -> nanos[0]), meters);

    @AfterEach
    void stop() {
        gitHub.close();
    }

    private ProxyAnswer ask(String method, String path, Map<String, String> query, Object body) {
        Map<String, Object> input = new HashMap<>(
                Map.of("method", method, "path", path, "query", query, "requestedBy", "mia@example.com"));
        if (body != null) {
            input.put("body", body);
        }
        return handler.handle(
                Asked.task(TaskKind.proxy, Map.of("token", "ghp_secret", "apiUrl", gitHub.api().toString()), input),
                Asked.unheard());
    }

    private ProxyAnswer get1(String path) {
        return ask("GET", path, Map.of(), null);
    }

    private int requests(String path) {
        return gitHub.server().findAll(getRequestedFor(urlPathEqualTo(REPO + path))).size();
    }

    @Test
    void showsARepositoryAndKeepsItForFiveMinutes() {
        ProxyAnswer first = get1("acme/api/info");
        nanos[0] = Duration.ofSeconds(299).toNanos();
        ProxyAnswer second = get1("acme/api/info");
        nanos[0] = Duration.ofSeconds(301).toNanos();
        ProxyAnswer third = get1("ACME/api/info");

        assertThat((Map<String, Object>) first.body()).containsEntry("full_name", "acme/api");
        assertThat(List.of(first, second, third)).extracting(answer -> answer.headers().get("X-Cache"))
                .containsExactly("MISS", "HIT", "MISS");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(meters.counter("cache_hits", "resource", "info").count()).isEqualTo(1);
        assertThat(meters.counter("cache_misses", "resource", "info").count()).isEqualTo(2);
    }

    @Test
    void findsARepositoryThatIsOneSegment() {
        assertThat((Map<String, Object>) get1("acme%2Fapi/info").body()).containsEntry("full_name", "acme/api");
        assertThatThrownBy(() -> get1("acme%2Fgroup%2Fapi/info")).isInstanceOfSatisfying(TaskFailedException.class,
                failure -> assertThat(failure.status()).isEqualTo(404));
    }

    @Test
    void asksGitHubWhereTheCallerWantsNoCache() {
        get1("acme/api/info");

        ProxyAnswer answer = ask("GET", "acme/api/info", Map.of("use_cache", "false"), null);

        assertThat(answer.headers()).containsEntry("X-Cache", "BYPASS");
        assertThat(requests("")).isEqualTo(2);
    }

    @Test
    void listsPullRequestsWithoutTokensAndApiAddressesForAMinute() {
        gitHub.on(get(urlPathEqualTo(REPO + "/pulls")).willReturn(StubGitHub.json(PULLS).withHeader("Link",
                "<https://elsewhere.example/repositories/42/pulls?state=all&per_page=1&page=2>; rel=\"next\"")));

        ProxyAnswer answer = ask("GET", "acme/api/pulls", Map.of("state", "all", "per_page", "1"), null);
        nanos[0] = Duration.ofSeconds(61).toNanos();
        ask("GET", "acme/api/pulls", Map.of("state", "all", "per_page", "1"), null);

        assertThat(answer.body()).isEqualTo(List.of(Map.of("number", 1, "title", "One", "html_url", "https://example/1",
                "head", Map.of("ref", "one", "repo", Map.of("id", 42)))));
        assertThat(answer.headers().get("Link")).contains("</api/v1/github/acme/api/pulls?", "state=all", "per_page=1",
                "page=2>; rel=\"next\"");
        assertThat(gitHub.server().findAll(getRequestedFor(urlEqualTo(REPO + "/pulls?per_page=1&state=all")))).hasSize(2);
    }

    @Test
    void listsIssuesWithoutPullRequests() {
        gitHub.on("/repos/acme/api/issues", "[{\"number\": 1, \"pull_request\": {}}, {\"number\": 2}]");

        assertThat(get1("acme/api/issues").body()).isEqualTo(List.of(Map.of("number", 2)));
    }

    @Test
    void listsWorkflows() {
        gitHub.on("/repos/acme/api/actions/workflows", "{\"total_count\": 1, \"workflows\": [{\"id\": 7}]}");

        assertThat(get1("acme/api/workflows").body()).isEqualTo(List.of(Map.of("id", 7)));
    }

    @Test
    void changesSettingsAndForgetsWhatWasKept() {
        gitHub.on(patch(urlPathEqualTo(REPO)).willReturn(StubGitHub.json("{\"id\": 42, \"archived\": true}")));
        get1("acme/api/info");

        ProxyAnswer answer = ask("PATCH", "acme/api/settings", Map.of(), Map.of("archived", true, "homepage", "https://x"));

        assertThat(answer.body()).isEqualTo(Map.of("id", 42, "archived", true));
        gitHub.server().verify(1, patchRequestedFor(urlPathEqualTo(REPO))
                .withRequestBody(equalToJson("{\"archived\": true, \"homepage\": \"https://x\"}")));
        assertThat(get1("acme/api/info").headers()).containsEntry("X-Cache", "MISS");
    }

    @Test
    void changesNothingElse() {
        assertThatThrownBy(
                () -> ask("PATCH", "acme/api/settings", Map.of(), Map.of("visibility", "public", "has_wiki", "yes")))
                .isInstanceOfSatisfying(TaskFailedException.class, e -> {
                    assertThat(e.status()).isEqualTo(400);
                    assertThat(e.getMessage()).contains("visibility", "has_wiki");
                });
        assertThat(gitHub.server().findAll(patchRequestedFor(urlPathEqualTo(REPO)))).isEmpty();
    }

    @Test
    void addsChangesAndRemovesLabels() {
        gitHub.on(post(urlPathEqualTo(REPO + "/labels"))
                .willReturn(StubGitHub.json("{\"name\": \"bug\"}").withStatus(201)));
        gitHub.on(patch(urlPathEqualTo(REPO + "/labels/good%20first%20issue"))
                .willReturn(StubGitHub.json("{\"name\": \"starter\"}")));
        gitHub.on(delete(urlPathEqualTo(REPO + "/labels/bug")).willReturn(aResponse().withStatus(204)));

        ProxyAnswer added = ask("POST", "acme/api/labels", Map.of(),
                Map.of("label_name", "bug", "color", "#d73a4a", "description", "Broken"));
        ProxyAnswer changed = ask("PATCH", "acme/api/labels/good%20first%20issue", Map.of(), Map.of("label_name", "starter"));
        ProxyAnswer removed = ask("DELETE", "acme/api/labels/bug", Map.of(), null);

        assertThat(List.of(added, changed, removed)).extracting(ProxyAnswer::status).containsExactly(201, 200, 204);
        gitHub.server().verify(postRequestedFor(urlPathEqualTo(REPO + "/labels")).withRequestBody(
                equalToJson("{\"name\": \"bug\", \"color\": \"d73a4a\", \"description\": \"Broken\"}")));
        gitHub.server().verify(patchRequestedFor(urlPathEqualTo(REPO + "/labels/good%20first%20issue"))
                .withRequestBody(equalToJson("{\"new_name\": \"starter\"}")));
        assertThat(clock.instant()).as("two waits of a second").isEqualTo(Rig.START.plusSeconds(2));
    }

    @Test
    void logsWhoChangedWhatAndNoToken() {
        // Given
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage() + Arrays.toString(line.getParameters()));
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Logger logger = Logger.getLogger(ProxyHandler.class.getName());
        logger.addHandler(listener);
        gitHub.on(delete(urlPathEqualTo(REPO + "/labels/bug")).willReturn(aResponse().withStatus(204)));

        // When
        try {
            ask("DELETE", "acme/api/labels/bug", Map.of(), null);
        } finally {
            logger.removeHandler(listener);
        }

        // Then
        assertThat(lines).singleElement().asString().contains("DELETE", "acme/api", "labels", "mia@example.com", "204")
                .doesNotContain("ghp_secret");
    }

    @Test
    void forgetsOnRequest() {
        get1("acme/api/info");
        get1("acme/api/pulls");
        get1("acme/api/issues");

        assertThat(ask("POST", "acme/api/cache/invalidate", Map.of(), Map.of("pattern", "pulls*")).body())
                .isEqualTo(Map.of("invalidated", 1));
        assertThat(ask("POST", "acme/api/cache/invalidate", Map.of(), null).body()).isEqualTo(Map.of("invalidated", 2));
    }

    @ParameterizedTest
    @CsvSource({ "404, 404", "403, 403", "410, 410", "422, 422", "429, 429" })
    void passesOnWhyGitHubRefuses(int status, int shown) {
        gitHub.on(get(urlPathEqualTo(REPO)).willReturn(aResponse().withStatus(status).withBody("{\"message\": \"No\"}")));

        assertThatThrownBy(() -> get1("acme/api/info")).isInstanceOfSatisfying(TaskFailedException.class,
                e -> assertThat(e.status()).isEqualTo(shown));
    }

    @Test
    void doesNotBlameTheCallerForTheTokensFaults() {
        gitHub.on(get(urlPathEqualTo(REPO)).willReturn(aResponse().withStatus(401).withBody("{\"message\": \"No\"}")));

        assertThatThrownBy(() -> get1("acme/api/info")).isInstanceOfSatisfying(TaskFailedException.class, e -> {
            assertThat(e.status()).isNull();
            assertThat(e.getMessage()).startsWith("Authentication failed").doesNotContain("ghp_");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "acme/api", "acme", "acme/../info", "acme/api/secrets", "acme/api/labels/x/y",
            "acme/api/cache/all", "user/repos/../../info" })
    void isNoWayToTheRestOfGitHub(String path) {
        assertThatThrownBy(() -> get1(path)).isInstanceOfSatisfying(TaskFailedException.class,
                e -> assertThat(e.status()).isEqualTo(404));
        assertThat(gitHub.server().getAllServeEvents()).isEmpty();
    }

    @Test
    void refusesParametersThatItDoesNotKnow() {
        assertThatThrownBy(() -> ask("GET", "acme/api/pulls", Map.of("stat", "all"), null))
                .isInstanceOfSatisfying(TaskFailedException.class, e -> assertThat(e.status()).isEqualTo(400));
        assertThatThrownBy(() -> ask("GET", "acme/api/pulls", Map.of("per_page", "1000"), null))
                .hasMessage("per_page must be a number from 1 to 100");
    }
}
