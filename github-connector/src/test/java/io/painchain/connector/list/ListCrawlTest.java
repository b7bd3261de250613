package io.painchain.connector.list;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.painchain.github.rig.StubGitHub.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.measure.ApiMetrics;
import io.painchain.connector.rig.SettableClock;
import io.painchain.github.api.ApiUrl;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.GitHubLimits;
import io.painchain.github.api.record.Issue;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.github.rig.StubGitHub;

class ListCrawlTest {

    private static final ListRule<Issue> RULE = new ListRule<>("issues", Issue.class, null, issue -> issue.number().toString(),
            Issue::updatedAt, issue -> true);
    private static final String PATH = "/issues?per_page=2";
    private static final String PAGE_1 = "/api/v3/repos/acme/api/issues?per_page=2";
    private static final String PAGE_2 = "/api/v3/repos/acme/api/issues?per_page=2&page=2";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:30:00Z"));
    private StubGitHub gitHub;
    private RepositoryReader reader;

    @BeforeEach
    void start() {
        gitHub = new StubGitHub();
        GitHubApi api = new GitHubApi(new HttpTransport(Duration.ofSeconds(5), 1_000_000), new ApiUrl(gitHub.api()),
                () -> "ghp_test", GitHubLimits.budget(clock, 100_000), new ApiMetrics("github", new SimpleMeterRegistry()),
                clock);
        reader = new RepositoryReader(api, new RepositoryScope("acme/api", "acme/api", 42, "i", List.of()), clock, () -> {
        }, null, new WholeReads(1_000_000, clock, 42));
    }

    @AfterEach
    void stop() {
        gitHub.close();
    }

    private static String issue(int number, String time) {
        return """
                {"number": %d, "title": "t", "state": "open", "created_at": "2026-03-02T08:00:00Z", "updated_at": "2026-03-02T%sZ"}"""
                .formatted(number, time);
    }

    private ListState knownUntil(String time) {
        return new ListState(null, null, Instant.parse("2026-03-02T" + time + "Z"), null, Map.of());
    }

    private ListCrawl.Result<Issue> crawl(ListState known) {
        return ListCrawl.of(reader, PATH, RULE, known);
    }

    @Test
    void findsWhatMovedToAPageThatWasReadAlready() {
        // Given a list in which 8 is deleted after the first page was read, so that 7 moves up unseen
        String link = "<" + gitHub.api() + "/repos/acme/api/issues?per_page=2&page=2>; rel=\"next\"";
        gitHub.on(get(urlEqualTo(PAGE_1)).inScenario("deletion").whenScenarioStateIs("Started").willSetStateTo("deleted")
                .willReturn(json("[" + issue(9, "09:20:00") + "," + issue(8, "09:19:00") + "]").withHeader("Link", link)
                        .withHeader("ETag", "\"before\"")));
        gitHub.on(get(urlEqualTo(PAGE_1)).inScenario("deletion").whenScenarioStateIs("deleted")
                .willReturn(json("[" + issue(9, "09:20:00") + "," + issue(7, "09:18:00") + "]").withHeader("Link", link)
                        .withHeader("ETag", "\"after\"")));
        gitHub.on(get(urlEqualTo(PAGE_2)).willReturn(
                json("[" + issue(6, "09:17:00") + "," + issue(1, "08:30:00") + "]").withHeader("ETag", "\"second\"")));

        // When
        ListCrawl.Result<Issue> result = crawl(knownUntil("09:00:00"));

        // Then
        assertThat(result.news()).extracting(Issue::number).contains(9L, 8L, 7L, 6L);
        assertThat(result.state().etag()).startsWith("\"after");
    }

    @Test
    void stopsAtKnownGround() {
        // Given
        gitHub.on(get(urlEqualTo(PAGE_1)).willReturn(json("[" + issue(9, "09:20:00") + "," + issue(8, "08:57:59") + "]")
                .withHeader("Link", "<" + gitHub.api() + "/repos/acme/api/issues?per_page=2&page=2>; rel=\"next\"")));

        // When
        ListCrawl.Result<Issue> result = crawl(knownUntil("09:00:00"));

        // Then
        assertThat(result.all()).extracting(Issue::number).containsExactly(9L, 8L);
        assertThat(result.news()).extracting(Issue::number).containsExactly(9L);
        assertThat(gitHub.server().getAllServeEvents()).hasSize(1);
    }

    @Test
    void isNotLedAheadByARecordFromTheFuture() {
        // Given
        gitHub.on(get(urlEqualTo(PAGE_1)).willReturn(
                json("[" + issue(9, "23:59:59").replace("2026-03-02T23", "2031-03-02T23") + "," + issue(8, "08:00:00") + "]")));

        // When
        ListCrawl.Result<Issue> result = crawl(knownUntil("09:00:00"));

        // Then
        assertThat(result.state().watermark()).isEqualTo("2026-03-02T09:30:00Z");
    }

    @Test
    void takesNothingForStoredThatMayChangeWithinItsSecond() {
        // Given
        gitHub.on(get(urlEqualTo(PAGE_1)).willReturn(json("[" + issue(9, "09:29:59") + "," + issue(8, "09:29:00") + ","
                + issue(1, "08:00:00") + "]")));

        // When
        ListCrawl.Result<Issue> result = crawl(knownUntil("09:00:00"));

        // Then
        assertThat(result.state().seen()).containsOnlyKeys("8");
    }

    @Test
    void asksConditionallyOnlyForTheVeryAddressThatTheTagBelongsTo() {
        // Given
        gitHub.on(get(urlEqualTo(PAGE_1)).withHeader("If-None-Match", equalTo("\"tag\""))
                .willReturn(aResponse().withStatus(304).withHeader("Date", StubGitHub.DATE)));
        Instant justNow = clock.instant();
        Instant watermark = Instant.parse("2026-03-02T09:00:00Z");

        // When
        boolean same = crawl(new ListState(gitHub.api() + "/repos/acme/api" + PATH, "\"tag\"", watermark, justNow, Map.of()))
                .notModified();
        boolean other = crawl(new ListState("https://elsewhere/issues", "\"tag\"", watermark, justNow, Map.of())).notModified();
        clock.tick(WholeReads.AT_LATEST.plusSeconds(1));
        boolean later = crawl(new ListState(gitHub.api() + "/repos/acme/api" + PATH, "\"tag\"", watermark, justNow, Map.of()))
                .notModified();

        // Then
        assertThat(same).isTrue();
        assertThat(other).isFalse();
        assertThat(later).as("read whole once a day").isFalse();
    }
}
