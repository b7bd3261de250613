package io.painchain.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.measure.ApiMetrics;
import io.painchain.connector.rig.SettableClock;
import io.painchain.github.api.ApiUrl;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.GitHubLimits;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.graphql.GraphQl;
import io.painchain.github.api.graphql.PullRequestQuery;
import io.painchain.github.change.ChangeKinds;
import io.painchain.github.repository.GraphQlProbe;
import io.painchain.github.rig.Rig;
import io.painchain.github.rig.StubGitHub;

/** What GraphQL says of its limits, its slowness and its age, each with the reaction that it wants. */
class GraphQlTroubleTest {

    private static final RepositoryName API = RepositoryName.parse("acme/api").orElseThrow();
    private static final String GAVE_UP = """
            {"data": null, "errors": [{"message": "Something went wrong while executing your query. This may be the result of a timeout"}]}""";

    private final SettableClock clock = new SettableClock(Rig.START);
    private final StubGitHub gitHub = new StubGitHub();
    private final RateLimitBudget budget = GitHubLimits.budget(clock, 100_000);
    private final GitHubApi api = new GitHubApi(new HttpTransport(Duration.ofSeconds(5), 1_000_000), new ApiUrl(gitHub.api()),
            () -> "ghp_test", budget, new ApiMetrics("github", new SimpleMeterRegistry()), clock);
    private final GraphQl details = new GraphQl(api, clock, "details");
    private final GraphQlProbe probe = new GraphQlProbe(new GraphQl(api, clock, "probe"),
            ChangeKinds.LIST);

    @AfterEach
    void stop() {
        gitHub.close();
    }

    private void answer(StringValuePattern query, ResponseDefinitionBuilder answer) {
        gitHub.on(post(urlPathEqualTo("/api/graphql")).withRequestBody(query).willReturn(answer));
    }

    private void answer(ResponseDefinitionBuilder answer) {
        answer(matching("(?s).*"), answer);
    }

    private static ResponseDefinitionBuilder now(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withHeader("Date", "Mon, 02 Mar 2026 09:00:00 GMT")
                .withBody(body);
    }

    private boolean answersDetails() {
        return details.ask(PullRequestQuery.of(API, List.of(1L))).isPresent();
    }

    private int asked() {
        return gitHub.server().findAll(postRequestedFor(urlPathEqualTo("/api/graphql"))).size();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"type\": \"RATE_LIMITED\"", "\"type\": \"RATE_LIMIT\"", "\"code\": \"graphql_rate_limit\"",
            "\"extensions\": {\"code\": \"graphql_rate_limit\"}" })
    void asksAgainAtTheResetAfterALimitInAnyOfItsWords(String word) {
        // Given a limit whose headers still count some points
        answer(now("{\"errors\": [{" + word + ", \"message\": \"API rate limit already exceeded\"}]}")
                .withHeader("x-ratelimit-resource", "graphql").withHeader("x-ratelimit-limit", "5000")
                .withHeader("x-ratelimit-remaining", "4")
                .withHeader("x-ratelimit-reset", "" + Rig.START.plusSeconds(180).getEpochSecond()));

        // When
        answersDetails();

        // Then
        assertThat(budget.blocked(GitHubLimits.GRAPHQL)).hasValueSatisfying(
                refusal -> assertThat(refusal.until()).isEqualTo(Rig.START.plusSeconds(181)));
        assertThat(budget.blocked()).isEmpty();
        clock.tick(Duration.ofSeconds(180));
        assertThat(details.available()).isFalse();
        clock.tick(Duration.ofSeconds(1));
        assertThat(details.available()).isTrue();
    }

    @Test
    void holdsBothApisBackAfterASecondaryLimitThatComesAsSuccess() {
        // Given
        answer(now("{\"errors\": [{\"message\": \"You have exceeded a secondary rate limit.\"}]}")
                .withHeader("retry-after", "120"));

        // When
        answersDetails();

        // Then
        assertThat(budget.blocked()).hasValueSatisfying(
                refusal -> assertThat(refusal.until()).isEqualTo(Rig.START.plusSeconds(120)));
        assertThat(details.available()).isFalse();
        clock.tick(Duration.ofSeconds(120));
        assertThat(details.available()).isTrue();
        assertThat(budget.blocked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 200, 502, 504 })
    void answersWithoutDataWhatLessAtATimeMayGet(int status) {
        // Given
        answer(now(GAVE_UP).withStatus(status));

        // When
        Optional<Boolean> cut = details.ask(PullRequestQuery.of(API, LongStream.rangeClosed(1, 25).boxed().toList()))
                .map(answer -> answer.cutAnywhere(1));

        // Then
        assertThat(cut).contains(true);
        assertThat(details.available()).isTrue();
    }

    @Test
    void restsAMinuteWhereNothingIsAnsweredHoweverLittleIsAsked() {
        // Given
        answer(now(GAVE_UP));

        // When
        for (int i = 0; i < 20; i++) {
            answersDetails();
        }

        // Then
        assertThat(asked()).isEqualTo(11);
        assertThat(details.available()).isFalse();
        clock.tick(Duration.ofMinutes(1));
        assertThat(details.available()).isTrue();
    }

    @Test
    void asksForHalfOfTheRepositoriesWhereGitHubGivesUpOnTheProbe() {
        // Given one repository that is too much
        answer(containing("heavy"), now(GAVE_UP));
        String sight = "{\"databaseId\": 7, \"nameWithOwner\": \"acme/light\"}";
        gitHub.server().stubFor(post(urlPathEqualTo("/api/graphql")).atPriority(5)
                .willReturn(now("{\"data\": {\"r0\": " + sight + ", \"r1\": " + sight + "}}")));
        String light = "acme/light";
        String other = "acme/other";
        String heavy = "acme/heavy";

        // When
        Map<String, ?> seen = probe.look(List.of(light, other, heavy));

        // Then
        assertThat(seen).containsOnlyKeys(light, other);
        assertThat(probe.available()).isTrue();
    }

    @Test
    void goesOnLookingWhereTheServerIsTooOldForTheDetails() {
        // Given
        answer(containing("fullDatabaseId"), now("""
                {"errors": [{"path": ["fragment details", "reviews", "nodes", "fullDatabaseId"],
                  "extensions": {"code": "undefinedField", "typeName": "PullRequestReview", "fieldName": "fullDatabaseId"},
                  "message": "Field 'fullDatabaseId' doesn't exist on type 'PullRequestReview'"}]}"""));
        answer(containing("query probe"), now("{\"data\": {\"r0\": {\"databaseId\": 42, \"nameWithOwner\": \"acme/api\"}}}"));

        // When
        boolean first = answersDetails();
        clock.tick(Duration.ofDays(30));
        boolean later = answersDetails();

        // Then the details are asked for once and never again
        assertThat(List.of(first, later)).containsOnly(false);
        assertThat(asked()).isEqualTo(1);
        assertThat(probe.look(List.of(API.toString()))).containsOnlyKeys(API.toString());
    }

    @Test
    void looksOnWhereTheDetailsAreRefused() {
        // Given
        answer(containing("query details"), aResponse().withStatus(404));
        answer(containing("query probe"), now("{\"data\": {\"r0\": {\"databaseId\": 42, \"nameWithOwner\": \"acme/api\"}}}"));

        // When
        boolean answered = answersDetails();

        // Then
        assertThat(answered).isFalse();
        assertThat(details.available()).isFalse();
        assertThat(probe.look(List.of(API.toString()))).containsOnlyKeys(API.toString());
    }
}
