package io.painchain.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;

/** One address fails for good while all else is well. */
class LastingFaultTest {

    private static final String ISSUES = "/repos/acme/api/issues";
    private static final String QUERY = "{\"query\":\"{ viewer { login } }\"}";

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @BeforeEach
    void openIssues() {
        IntStream.rangeClosed(1, 3).forEach(i -> simulator.repository().issues().open(new NewIssue("Issue " + i),
                By.user("alice")));
    }

    @Test
    void answersWordForWordUntilItIsCleared() {
        faults().forGood(ISSUES, Fault.answer(500, "{\"oops\":[1,").with("X-Proxy", "one").with("Via", "two"));

        Reply first = simulator.get(ISSUES);
        Reply second = simulator.get(ISSUES);

        assertThat(first.status()).isEqualTo(500);
        assertThat(second.body()).isEqualTo("{\"oops\":[1,");
        assertThat(second.header("X-Proxy")).isEqualTo("one");
        assertThat(second.header("Via")).isEqualTo("two");
        faults().clear();
        assertThat(simulator.get(ISSUES).status()).isEqualTo(200);
    }

    @Test
    void answersAPageForPeopleUnderAnErrorStatus() {
        faults().forGood(ISSUES, Fault.page(502, "<h1>Bad gateway</h1>"));

        Reply reply = simulator.get(ISSUES);

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        assertThat(reply.body()).isEqualTo("<h1>Bad gateway</h1>");
    }

    @ParameterizedTest
    @ValueSource(ints = { 406, 422, 500 })
    void saysThatADiffIsNotAvailable(int status) {
        faults().forGood(ISSUES, Fault.notAvailable(status, "Comparison"));

        Reply reply = simulator.get(ISSUES);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().at("/errors/0/code").asText()).isEqualTo("not_available");
        assertThat(reply.json().at("/errors/0/resource").asText()).isEqualTo("Comparison");
        assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("diff");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 40 })
    void hangsWithoutAWordOrInTheMiddle(int bytes) throws IOException {
        faults().forGood(ISSUES, Fault.hang(bytes));
        URI server = simulator.simulator().uri();

        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(300);
            socket.getOutputStream().write(("GET " + ISSUES + " HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nAuthorization: Bearer " + SimulatorConfig.TOKEN + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().readNBytes(bytes)).hasSize(bytes);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(simulator.get("/repos/acme/api").status()).isEqualTo(200);
    }

    @Test
    void answersMoreThanAnyoneWants() {
        faults().forGood(ISSUES, Fault.large(3_000_000));

        Reply reply = simulator.get(ISSUES);

        assertThat(reply.body()).hasSize(3_000_000);
        assertThat(reply.each("number")).containsExactly("3", "2", "1");
    }

    @Test
    void leadsToAnotherOriginInLinksAlone() {
        faults().forGood(ISSUES, Fault.linkOrigin("http://ghe.example"));

        Reply reply = simulator.get(ISSUES + "?per_page=1");

        assertThat(reply.link("next")).startsWith("http://ghe.example/repositories/").contains("page=2");
        assertThat(reply.body()).doesNotContain("ghe.example");
    }

    @Test
    void addsHeadersToTheRegularAnswer() {
        faults().forGood(ISSUES, Fault.regular().with("Deprecation", "@1767225600"));

        Reply reply = simulator.get(ISSUES);

        assertThat(reply.header("Deprecation")).isEqualTo("@1767225600");
        assertThat(reply.each("number")).hasSize(3);
    }

    @Test
    void meetsOnlyLargePages() {
        faults().forGood(ISSUES, Condition.ALWAYS.perPageAbove(30), Fault.status(502));

        assertThat(simulator.get(ISSUES + "?per_page=100").status()).isEqualTo(502);
        assertThat(simulator.get(ISSUES + "?per_page=31").status()).isEqualTo(502);
        assertThat(simulator.get(ISSUES + "?per_page=30").status()).isEqualTo(200);
        assertThat(simulator.get(ISSUES).status()).isEqualTo(200);
    }

    @Test
    void meetsOnlyQueriesThatAskForMuch() {
        faults().forGood("/graphql", Condition.ALWAYS.bodyHas("login", 3), Fault.graphQlNull());

        Reply large = simulator.client().post("/graphql",
                "{\"query\":\"{ a: viewer { login } b: viewer { login } c: viewer { login } }\"}");
        Reply small = simulator.client().post("/graphql", QUERY);

        assertThat(large.status()).isEqualTo(200);
        assertThat(large.json().get("data").isNull()).isTrue();
        assertThat(large.json().at("/errors/0").has("type")).isFalse();
        assertThat(large.json().at("/errors/0/message").asText()).startsWith("Something went wrong");
        assertThat(small.json().at("/data/viewer/login").asText()).isEqualTo("octo-admin");
    }

    @Test
    void limitsGraphQlUnderItsNewerName() {
        faults().forGood("/graphql", Fault.graphQlLimit().with("X-RateLimit-Remaining", "4"));

        Reply reply = simulator.client().post("/graphql", QUERY);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().has("data")).isFalse();
        assertThat(reply.json().at("/errors/0/type").asText()).isEqualTo("RATE_LIMIT");
        assertThat(reply.json().at("/errors/0/code").asText()).isEqualTo("graphql_rate_limit");
        assertThat(reply.header("X-RateLimit-Remaining")).isEqualTo("4");
        assertThat(reply.header("X-RateLimit-Resource")).isEqualTo("graphql");
    }

    @Test
    void limitsGraphQlSecondarilyWithStatus200() {
        faults().forGood("/graphql", Fault.graphQlSecondaryLimit(Duration.ofSeconds(120)));

        Reply reply = simulator.client().post("/graphql", QUERY);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/errors/0/message").asText()).contains("secondary rate limit");
        assertThat(reply.header("Retry-After")).isEqualTo("120");
    }

    @Test
    void meetsAShareOfAddressesAndAlwaysTheSame() {
        IntStream.rangeClosed(4, 200).forEach(i -> simulator.repository().issues().open(new NewIssue("Issue " + i),
                By.user("alice")));
        faults().forGood(ISSUES + "/*", Condition.ALWAYS.share(0.1, 7), Fault.status(502));

        long failing = IntStream.rangeClosed(1, 200).filter(this::fails).count();

        assertThat(failing).isBetween(8L, 35L);
        assertThat(IntStream.rangeClosed(1, 200).filter(this::fails).count()).isEqualTo(failing);
        faults().clear();
        faults().forGood(ISSUES + "/*", Condition.ALWAYS.share(0.1, 8), Fault.status(502));
        assertThat(IntStream.rangeClosed(1, 200).filter(this::fails).boxed().toList()).isNotEmpty();
    }

    @Test
    void isPlannedOverHttp() {
        simulator.client().post("/_sim/faults", """
                {"path": "/repos/*/*/issues", "kind": "answer", "status": 503, "text": "busy", "contentType": "text/plain",
                 "headers": {"Retry-After": "9"}, "when": {"perPageAbove": 50}}
                """);
        simulator.client().post("/_sim/faults", """
                {"path": "/graphql", "kind": "graphql_secondary", "millis": 120000,
                 "when": {"bodyHas": "viewer", "bodyTimes": 1}}
                """);

        Reply busy = simulator.get(ISSUES + "?per_page=51");

        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.body()).isEqualTo("busy");
        assertThat(busy.header("Content-Type")).isEqualTo("text/plain");
        assertThat(busy.header("Retry-After")).isEqualTo("9");
        assertThat(simulator.get(ISSUES).status()).isEqualTo(200);
        assertThat(simulator.client().post("/graphql", QUERY).header("Retry-After")).isEqualTo("120");
        assertThat(simulator.get("/_sim/faults").json().at("/faults/0/when/perPageAbove").asInt()).isEqualTo(50);
    }

    private boolean fails(int number) {
        return simulator.get(ISSUES + "/" + number).status() == 502;
    }

    private Faults faults() {
        return simulator.simulator().faults();
    }
}
