package io.painchain.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.rig.Client;
import io.painchain.simulator.rig.RawExchange;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;

class FaultTest {

    private static final String ISSUES = "/repos/acme/api/issues";

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @BeforeEach
    void openAnIssue() {
        simulator.repository().issues().open(new NewIssue("An issue"), By.user("alice"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 403, 404, 429, 451, 500, 502, 503 })
    void answersWithAnotherStatus(int status) {
        faults().on(ISSUES, 1, Fault.status(status));

        Reply faulty = simulator.get(ISSUES);

        assertThat(faulty.status()).isEqualTo(status);
        assertThat(faulty.json().get("message").asText()).isNotBlank();
        assertThat(faulty.header("X-RateLimit-Remaining")).isNotNull();
        assertThat(simulator.get(ISSUES).status()).isEqualTo(200);
    }

    @Test
    void answersNotModifiedToWhoeverNamesAnETag() {
        String etag = simulator.get(ISSUES).header("ETag");
        simulator.repository().issues().open(new NewIssue("Another issue"), By.user("alice"));
        faults().on(ISSUES, Faults.UNTIL_CLEARED, Fault.notModified());

        Reply stuck = simulator.get(ISSUES, "If-None-Match", etag);

        assertThat(stuck.status()).isEqualTo(304);
        assertThat(stuck.header("ETag")).isEqualTo(etag);
        assertThat(simulator.get(ISSUES).each("number")).containsExactly("2", "1");
    }

    @Test
    void answersTooManyRequestsWithAndWithoutRetryAfter() {
        faults().on(ISSUES, 1, Fault.status(429).with("Retry-After", "17"));
        faults().on(ISSUES, 1, Fault.status(429));

        assertThat(simulator.get(ISSUES).header("Retry-After")).isEqualTo("17");
        Reply without = simulator.get(ISSUES);
        assertThat(without.status()).isEqualTo(429);
        assertThat(without.header("Retry-After")).isNull();
    }

    @Test
    void delaysTheAnswer() {
        faults().on(ISSUES, 1, Fault.delay(Duration.ofMillis(400)));
        long start = System.nanoTime();

        Reply late = simulator.get(ISSUES);

        assertThat(late.status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void dribblesTheBody() throws IOException {
        int length = simulator.get(ISSUES).body().length();
        faults().on(ISSUES, 1, Fault.dribble(length / 4, Duration.ofMillis(100)));
        long start = System.nanoTime();

        RawExchange slow = raw();

        assertThat(slow.body()).hasSize(slow.promisedLength());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void cutsTheBody() throws IOException {
        faults().on(ISSUES, 2, Fault.cut(100));

        RawExchange cut = raw();

        assertThat(cut.reset()).isFalse();
        assertThat(cut.body()).hasSize(100);
        assertThat(cut.promisedLength()).isGreaterThan(100);
        assertThatThrownBy(() -> simulator.get(ISSUES)).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void cutsABodyThoughTheClientKnowsIt() {
        String known = simulator.get(ISSUES).header("ETag");
        faults().on(ISSUES, 1, Fault.cut(100));

        assertThatThrownBy(() -> simulator.get(ISSUES, "If-None-Match", known))
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(simulator.get(ISSUES, "If-None-Match", known).status()).isEqualTo(304);
    }

    @Test
    void closesWithoutAnAnswer() throws IOException {
        faults().on(ISSUES, 1, Fault.silence());

        RawExchange silent = raw();

        assertThat(silent.received()).isEmpty();
        assertThat(silent.reset()).isFalse();
    }

    @Test
    void resetsTheConnection() throws IOException {
        faults().on(ISSUES, 1, Fault.reset(0));

        RawExchange reset = raw();

        assertThat(reset.received()).isEmpty();
        assertThat(reset.reset()).isTrue();
    }

    @Test
    void sendsMalformedJson() {
        faults().on(ISSUES, 1, Fault.malformed());

        Reply malformed = simulator.get(ISSUES);

        assertThat(malformed.status()).isEqualTo(200);
        assertThat(malformed.header("Content-Type")).startsWith("application/json");
        assertThatThrownBy(() -> new ObjectMapper().readTree(malformed.body()))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void sendsAPageOfAProxy() {
        faults().on(ISSUES, 1, Fault.html());

        Reply page = simulator.get(ISSUES);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void sendsAnotherContentType() {
        faults().on(ISSUES, 1, Fault.contentType("application/octet-stream"));

        Reply odd = simulator.get(ISSUES);

        assertThat(odd.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(odd.json()).hasSize(1);
    }

    @Test
    void redirectsForEver() {
        faults().on(ISSUES, Faults.UNTIL_CLEARED, Fault.redirectLoop());

        Reply redirect = simulator.get(ISSUES + "?page=1");

        assertThat(redirect.status()).isEqualTo(301);
        assertThat(redirect.header("Location")).isEqualTo(simulator.simulator().uri() + ISSUES + "?page=1");
    }

    @Test
    void redirectsToAnotherHostThatSeesWhetherTheTokenCame() {
        try (GitHubSimulator other = GitHubSimulator.start(SimulatorConfig.of(simulator.clock()))) {
            faults().on(ISSUES, 1, Fault.redirect(302, other.uri() + "/caught"));

            Reply redirect = simulator.get(ISSUES);
            new Client(other.uri(), null).get(redirect.header("Location"));
            Client.of(other).get(redirect.header("Location"));

            assertThat(redirect.status()).isEqualTo(302);
            assertThat(other.requests().recent()).extracting(request -> request.tokenHash() != null)
                    .containsExactly(false, true);
            assertThat(other.requests().recent().toString()).doesNotContain(SimulatorConfig.TOKEN);
        }
    }

    @Test
    void linksToAnotherHost() {
        faults().on(ISSUES, 1, Fault.link("http://evil.example/repos?page=2"));

        Reply reply = simulator.get(ISSUES);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.link("next")).isEqualTo("http://evil.example/repos?page=2");
    }

    @Test
    void meetsOnlyTheRequestsItIsFor() {
        faults().on("/repos/*/{repo}/issues", 1, 2, Fault.status(500));

        List<Integer> statuses = List.of(simulator.get("/repos/acme/api").status(), simulator.get(ISSUES).status(),
                simulator.get("/api/v3" + ISSUES).status(),
                simulator.get("/repositories/" + simulator.repository().id() + "/issues").status(),
                simulator.get(ISSUES).status());

        assertThat(statuses).containsExactly(200, 200, 500, 500, 200);
        assertThat(faults().waiting()).isEmpty();
    }

    @Test
    void staysUntilCleared() {
        int id = faults().on("/repos/acme/api/**", Faults.UNTIL_CLEARED, Fault.status(503));

        assertThat(simulator.get(ISSUES + "/1").status()).isEqualTo(503);
        assertThat(simulator.get("/repos/acme/api").status()).isEqualTo(200);
        assertThat(simulator.get(ISSUES).status()).isEqualTo(503);
        faults().clear(id);
        assertThat(simulator.get(ISSUES).status()).isEqualTo(200);
        assertThat(simulator.simulator().requests().recent()).extracting(request -> request.fault())
                .containsExactly("status", null, "status", null);
    }

    @Test
    void keepsServingAfterEachOfThem() throws IOException {
        faults().on(ISSUES, 1, Fault.reset(200));
        faults().on(ISSUES, 1, Fault.silence());
        raw();
        raw();

        assertThat(simulator.get(ISSUES).status()).isEqualTo(200);
    }

    private Faults faults() {
        return simulator.simulator().faults();
    }

    private RawExchange raw() throws IOException {
        return RawExchange.get(simulator.simulator().uri(), ISSUES);
    }
}
