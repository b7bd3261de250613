package io.painchain.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.limit.RateResource;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.NewPull;

class GraphQlLimitTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHEAP = "{ viewer { login } rateLimit { cost limit remaining used nodeCount resetAt } }";

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @Test
    void hasAQuotaOfItsOwn() {
        simulator.get("/repos/acme/api");

        Reply reply = post(CHEAP);

        assertThat(reply.header("X-RateLimit-Resource")).isEqualTo("graphql");
        assertThat(reply.number("X-RateLimit-Limit")).isEqualTo(5_000);
        assertThat(reply.number("X-RateLimit-Remaining")).isEqualTo(4_999);
        assertThat(reply.json().at("/data/rateLimit").toString()).isEqualTo("{\"cost\":1,\"limit\":5000,"
                + "\"remaining\":4999,\"used\":1,\"nodeCount\":0,\"resetAt\":\"2026-11-20T13:00:00Z\"}");
        assertThat(simulator.get("/rate_limit").json().at("/resources/graphql/used").asInt()).isEqualTo(1);
        assertThat(simulator.get("/rate_limit").json().at("/resources/core/used").asInt()).isEqualTo(1);
    }

    /** The example of GitHub's documentation: 1 + 100 + 10,000 requests are 101 points, 505,100 nodes too many. */
    @Test
    void costsWhatItsConnectionsWouldNeed() {
        String nested = """
                { viewer { repositories(first: %d) { nodes { issues(first: %d) { nodes { labels(first: %d) {
                nodes { name } } } } } } } rateLimit { cost nodeCount } }""";

        JsonNode dear = post(nested.formatted(100, 20, 60)).json();
        JsonNode tooMany = post(nested.formatted(100, 50, 100)).json();
        simulator.clock().tick(Duration.ofHours(1));
        JsonNode documented = post(nested.formatted(100, 100, 1)).json();

        assertThat(dear.at("/data/rateLimit/cost").asInt()).isEqualTo(21);
        assertThat(dear.at("/data/rateLimit/nodeCount").asInt()).isEqualTo(100 + 2_000 + 120_000);
        assertThat(tooMany.get("data")).isNull();
        assertThat(tooMany.at("/errors/0/type").asText()).isEqualTo("MAX_NODE_LIMIT_EXCEEDED");
        assertThat(tooMany.at("/errors/0/message").asText()).contains("505,100");
        assertThat(documented.at("/data/rateLimit/cost").asInt()).isEqualTo(101);
    }

    @Test
    void wantsBoundsOfEveryListAndNoMoreThanAHundred() {
        String list = "{ repository(owner: \"acme\", name: \"api\") { pullRequests%s { nodes { number } } } }";

        assertThat(errorOf(list.formatted(""))).isEqualTo("MISSING_PAGINATION_BOUNDARIES");
        assertThat(errorOf(list.formatted("(first: 101)"))).isEqualTo("EXCESSIVE_PAGINATION");
        assertThat(errorOf(list.formatted("(last: 0)"))).isEqualTo("ARGUMENT_LIMIT");
        assertThat(errorOf(list.formatted("(first: 1, last: 1)"))).isEqualTo("INVALID_PAGINATION_BOUNDARIES");
        assertThat(post(CHEAP).number("X-RateLimit-Used")).as("what is refused costs nothing").isEqualTo(1);
    }

    @Test
    void refusesAnExhaustedTokenWithStatus200() {
        simulator.simulator().limits().leave(SimulatorConfig.TOKEN, RateResource.GRAPHQL, 5_000, 0,
                SimulatorExtension.NOW.plusSeconds(60));

        Reply refused = post(CHEAP);
        int rest = simulator.get("/repos/acme/api").status();
        simulator.clock().tick(Duration.ofSeconds(60));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.json().at("/errors/0/type").asText()).isEqualTo("RATE_LIMITED");
        assertThat(refused.number("X-RateLimit-Remaining")).isZero();
        assertThat(rest).isEqualTo(200);
        assertThat(post(CHEAP).json().has("data")).isTrue();
        assertThat(simulator.simulator().limits().usageOf(SimulatorConfig.TOKEN).primaryRefusals()).isEqualTo(1);
    }

    @Test
    void countsItsPointsApartFromRest() {
        simulator.simulator().limits()
                .settings(simulator.simulator().limits().settings().graphQlPointsPerMinute(2).pointsPerMinute(2));
        post(CHEAP);
        post(CHEAP);

        Reply refused = post(CHEAP);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(simulator.get("/repos/acme/api").status()).isEqualTo(200);
        assertThat(simulator.simulator().limits().usage().mostGraphQlPointsPerMinute()).isEqualTo(3);
        assertThat(simulator.simulator().limits().usage().mostPointsPerMinute()).isEqualTo(1);
    }

    @Test
    void answersInPartWhereItsResourcesRunOut() {
        simulator.repository().pulls().open(new NewPull("One", "one"), By.user("alice"));
        simulator.repository().pulls().open(new NewPull("Two", "two"), By.user("alice"));
        simulator.simulator().faults().on("/graphql", 1, Fault.partial(1));
        String two = """
                { repository(owner: "acme", name: "api") { p1: pullRequest(number: 1) { title files(first: 5) { nodes { path } } }
                p2: pullRequest(number: 2) { title files(first: 5) { nodes { path } } } } }""";

        JsonNode partial = post(two).json();
        JsonNode whole = post(two).json();

        assertThat(partial.at("/data/repository/p1/files/nodes")).hasSize(1);
        assertThat(partial.at("/data/repository/p2/title").asText()).isEqualTo("Two");
        assertThat(partial.at("/data/repository/p2/files/nodes").isNull()).isTrue();
        assertThat(partial.get("errors").toString()).isEqualTo("[{\"type\":\"RESOURCE_LIMITS_EXCEEDED\","
                + "\"path\":[\"repository\",\"p2\",\"files\",\"nodes\"],"
                + "\"message\":\"Resource limits for this query exceeded.\"}]");
        assertThat(whole.has("errors")).isFalse();
        assertThat(simulator.simulator().requests().count("/graphql", 200)).isEqualTo(2);
    }

    private String errorOf(String query) {
        return post(query).json().at("/errors/0/type").asText();
    }

    private Reply post(String query) {
        return simulator.client().post("/graphql", JSON.createObjectNode().put("query", query).toString());
    }
}
