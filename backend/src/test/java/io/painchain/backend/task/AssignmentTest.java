package io.painchain.backend.task;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class AssignmentTest {

    @Inject
    StoredTaskRepository stored;

    PlayedConnector connector;
    String tenant;
    String first;
    String second;

    @BeforeEach
    void twoWorkers() {
        connector = PlayedConnector.start();
        tenant = Api.newTenant();
        first = connector.type + ":1";
        second = connector.type + ":2";
    }

    @Test
    void sharesIntegrationsOutAmongTheWorkers() {
        // Given
        var all = integrations(24);
        assertThat(share(first)).as("while it is alone").containsExactlyElementsOf(all);

        // When
        var ofSecond = share(second);
        var ofFirst = share(first);

        // Then
        assertThat(ofFirst).isNotEmpty().doesNotContainAnyElementsOf(ofSecond);
        assertThat(ofSecond).isNotEmpty();
        var together = new HashSet<>(ofFirst);
        together.addAll(ofSecond);
        assertThat(together).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void givesIntegrationsOfOneTokenToOneWorker() {
        for (int i = 0; i < 8; i++) {
            connector.integration(i % 2 == 0 ? tenant : Api.newTenant(), PlayedConnector.TOKEN, "[\"acme/r" + i + "\"]");
        }
        share(first);
        share(second);

        assertThat(List.of(share(first).size(), share(second).size())).containsExactlyInAnyOrder(0, 8);
    }

    @Test
    void movesOnlyTheShareOfAWorkerThatComesOrGoes() {
        integrations(24);
        share(first);
        share(second);
        var before = share(first);
        var third = connector.type + ":3";
        share(third);

        assertThat(before).containsAll(share(first));
        asConnector().delete("/api/connectors/%s/workers/%s".formatted(connector.type, third)).then().statusCode(204);
        assertThat(share(first)).isEqualTo(before);
        stored.lastHeardOf(second, 91);
        assertThat(share(first)).hasSize(24);
    }

    @Test
    void countsTheVersionUpWhenAShareChanges() {
        var id = integrations(1).get(0);
        long alone = version(ask(first));
        assertThat(version(ask(first))).isEqualTo(alone);

        long two = version(ask(second));
        assertThat(two).isGreaterThan(alone);
        assertThat(version(ask(first))).isEqualTo(two);
        as(tenant).body("{\"name\": \"Renamed\"}").patch("/api/integrations/" + id).then().statusCode(200);
        assertThat(version(ask(first))).as("a change that moves nothing").isEqualTo(two);

        as(tenant).body("{\"config\": {\"token\": \"another-token\"}}").patch("/api/integrations/" + id).then()
                .statusCode(200);
        assertThat(version(ask(first))).isGreaterThan(two);
        assertThat(version(connector.leased("wait=0&worker=" + first))).isEqualTo(version(ask(first)));
    }

    @Test
    void givesTasksToTheWorkerOfTheirIntegration() {
        var all = integrations(12);
        share(first);
        var ofSecond = share(second);
        var ofFirst = new ArrayList<>(all);
        ofFirst.removeAll(ofSecond);
        all.forEach(id -> as(tenant).post("/api/integrations/" + id + "/sync").then().statusCode(202));

        List<String> leasedByFirst = connector.lease("wait=0&worker=" + first).getList("integrationId");
        List<String> leasedBySecond = connector.lease("wait=0&worker=" + second).getList("integrationId");

        assertThat(leasedByFirst).containsExactlyInAnyOrderElementsOf(ofFirst);
        assertThat(leasedBySecond).containsExactlyInAnyOrderElementsOf(ofSecond);
    }

    @Test
    void letsNoUserSayThatAWorkerEnds() {
        as(tenant).delete("/api/connectors/%s/workers/%s".formatted(connector.type, first)).then().statusCode(401);
    }

    private List<String> integrations(int count) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add(connector.integration(tenant, "token-number-" + i, "[\"acme/api\"]"));
        }
        return ids;
    }

    private List<String> share(String worker) {
        return ask(worker).jsonPath().getList("id");
    }

    private Response ask(String worker) {
        return asConnector().get("/api/integrations?type=%s&worker=%s".formatted(connector.type, worker));
    }

    private static long version(Response response) {
        return Long.parseLong(response.header("X-Assignment-Version"));
    }
}
