package io.painchain.connector.simple;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.DraftScope;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Kinds;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.limit.Waiting;
import io.painchain.connector.list.ListRule;
import io.painchain.connector.list.ListState;
import io.painchain.connector.list.WholeReads;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.model.event.EventDraft;

class SimpleConnectorTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String PATH = "/runs";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance().options(options().dynamicPort()).build();

    record Job(String id, Instant begun, String state) {
    }

    static final class Jobs implements SimpleConnector<Job> {

        @Override
        public String type() {
            return "jobs";
        }

        @Override
        public Account account(Map<String, Object> config) {
            return Account.of(config, "url", "https://jobs.example");
        }

        @Override
        public List<String> repositories(JsonApi api, Map<String, Object> config) {
            return List.of("all");
        }

        @Override
        public String path(String repository) {
            return PATH;
        }

        @Override
        public String next(JsonNode page) {
            return page.path("next").asText(null);
        }

        @Override
        public ListRule<Job> list() {
            return new ListRule<>("jobs", Job.class, "jobs", Job::id, Job::begun, job -> true);
        }

        @Override
        public boolean goesOn(Job job) {
            return job.state().equals("running");
        }

        @Override
        public EventDraft draft(DraftScope scope, Job job) {
            return DraftBuilder.of(scope, "job").externalId("job-" + job.id()).title(job.id()).at("begun", job.begun())
                    .status(job.state()).build();
        }
    }

    private final Jobs jobs = new Jobs();
    private final ListKind kind = new ListKind("jobs", Set.of("job"));
    private final ListSource<Job> source = new ListSource<>(jobs, PATH, new Scope("jobs", "an-integration", "all"));
    private RepositoryState state = RepositoryState.first(new Kinds("Jobs", List.of(kind)), 1, "all");

    private JsonApi api() {
        Account account = jobs.account(Map.of("url", "http://localhost:" + SERVER.getPort(), "token", "a-token"));
        return new JsonApi(jobs, account,
                new HttpTransport(Duration.ofSeconds(10), HttpTransport.ANSWER_LIMIT, Optional.empty()),
                new RateLimitBudget(new PlainLimits("Jobs"), CLOCK, 600, Waiting.MACHINE), new Refusals("Jobs"), CLOCK);
    }

    private static void answer(String path, String json) {
        SERVER.stubFor(get(urlEqualTo(path)).willReturn(okJson(json).withHeader("Date", "Fri, 20 Nov 2026 12:00:00 GMT")));
    }

    private static String job(String id, String begun, String state) {
        return "{\"id\": \"%s\", \"begun\": \"2026-11-20T%s:00Z\", \"state\": \"%s\", \"more\": 1}".formatted(id, begun, state);
    }

    private Crawl<ListState> read() {
        Crawl<ListState> crawl = source.read(new ListReader(api(), new WholeReads(60, CLOCK, 1), () -> {
        }), state.knownTo(kind));
        state = state.after(kind, crawl);
        source.stored();
        return crawl;
    }

    @Test
    void readsAChangeThatGoesOnUntilItsEndAndPostsNothingTwice() {
        // Given
        answer(PATH, "{\"jobs\": [%s, %s, %s]}".formatted(job("3", "11:30", "done"), job("2", "09:00", "running"),
                job("1", "08:00", "done")));
        assertThat(read().drafts()).extracting(EventDraft::externalId).containsExactlyInAnyOrder("job-1", "job-2", "job-3");
        assertThat(read().drafts()).isEmpty();

        // When
        answer(PATH, "{\"jobs\": [%s, %s, %s, %s]}".formatted(job("4", "11:50", "done"), job("3", "11:30", "done"),
                job("2", "09:00", "done"), job("1", "08:00", "done")));
        List<EventDraft> drafts = read().drafts();

        // Then
        assertThat(drafts).extracting(EventDraft::externalId).containsExactlyInAnyOrder("job-2", "job-4");
        assertThat(drafts).extracting(EventDraft::status).containsOnly("done");
        assertThat(state.of(kind).watermark()).isEqualTo("2026-11-20T11:50:00Z");
    }

    @Test
    void turnsPagesAndSetsAsideWhatItCannotRead() {
        answer(PATH, "{\"jobs\": [%s, {\"id\": \"9\", \"begun\": \"yesterday\"}], \"next\": \"/runs?page=2\"}"
                .formatted(job("3", "11:30", "done")));
        answer("/runs?page=2", "{\"jobs\": [%s]}".formatted(job("1", "08:00", "done")));

        Crawl<ListState> crawl = read();

        assertThat(crawl.drafts()).extracting(EventDraft::externalId).containsExactlyInAnyOrder("job-1", "job-3");
        assertThat(crawl.unreadable()).singleElement().satisfies(record -> assertThat(record.raw()).containsEntry("id", "9"));
        assertThat(crawl.covered()).containsEntry("jobs", Instant.EPOCH);
        SERVER.verify(getRequestedFor(urlEqualTo("/runs?page=2")).withHeader("Authorization", equalTo("Bearer a-token")));
    }

    @Test
    void takesTheTokenToNoOtherServer() {
        answer(PATH, "{\"jobs\": [%s], \"next\": \"https://elsewhere.example/runs\"}".formatted(job("3", "11:30", "done")));

        assertThatExceptionOfType(ProviderException.class).isThrownBy(this::read)
                .matches(refusal -> refusal.is(Kind.LED_ELSEWHERE)).withMessageContaining("where the token is not sent");
    }

    @ParameterizedTest
    @ValueSource(ints = { 301, 302, 401, 403, 404, 410, 418, 429, 500, 503 })
    void saysWhyItIsRefused(int status) {
        SERVER.stubFor(get(urlEqualTo(PATH)).willReturn(aResponse().withStatus(status).withHeader("Retry-After", "90")
                .withHeader("Location", "https://elsewhere.example/")));

        assertThatExceptionOfType(ProviderException.class).isThrownBy(this::read).satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(switch (status) {
                case 401 -> Kind.UNAUTHORIZED;
                case 403 -> Kind.FORBIDDEN;
                case 404 -> Kind.NOT_FOUND;
                case 410 -> Kind.GONE;
                case 418 -> Kind.REFUSED;
                case 429 -> Kind.RATE_LIMITED;
                case 500, 503 -> Kind.UNAVAILABLE;
                default -> Kind.LED_ELSEWHERE;
            });
            assertThat(refusal.getMessage()).doesNotContain("a-token");
            if (status == 429) {
                assertThat(refusal.until()).isEqualTo(NOW.plusSeconds(90));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://jobs.example", "ftp://localhost", "https://user@jobs.example",
            "https://jobs.example?x=1" })
    void sendsATokenToNoSuchAddress(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> jobs.account(Map.of("url", url, "token", "t")))
                .withMessageStartingWith("url must be an https address");
    }

    @Test
    void needsATokenAndKeepsItOutOfItsWords() {
        assertThatIllegalArgumentException().isThrownBy(() -> jobs.account(Map.of("token", "two words")));
        assertThatIllegalArgumentException().isThrownBy(() -> jobs.account(Map.of()));
        assertThat(jobs.account(Map.of("token", "secret"))).asString().isEqualTo("https://jobs.example");
    }
}
