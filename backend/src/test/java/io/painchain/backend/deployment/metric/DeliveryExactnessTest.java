package io.painchain.backend.deployment.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.Api;
import io.painchain.backend.deployment.DeploymentFollowing;
import io.painchain.backend.deployment.StoredPosition;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Every figure of histories that are made up from seeds is exact, or what is missing in it is counted with its reason.
 * <p>
 * More of them: {@code -Dtest=DeliveryExactnessTest -Ddelivery.seeds=200 -Ddelivery.steps=300 -Dtest.method.longest=60m}.
 */
@QuarkusTest
class DeliveryExactnessTest {

    private static final int BATCH = 400;

    private final String tenant = Api.newTenant();
    @Inject
    DeploymentFollowing following;
    @Inject
    StoredPosition position;
    private String integration;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("delivery.seeds", 2));
    }

    @BeforeEach
    void anIntegrationOfAnUnheardOfProvider() {
        Api.asConnector().body(HistoryEvents.METADATA).put("/api/connectors/" + HistoryEvents.TYPE).then().statusCode(204);
        integration = Api.create(tenant, "{\"type\": \"forge\", \"name\": \"Forge\", \"config\": {}}").then().statusCode(201)
                .extract().path("id");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFigureIsExactInWhateverOrderEventsCome(long seed) {
        // Given
        var history = new History(seed, Integer.getInteger("delivery.steps", 110));
        var events = new ArrayList<>(HistoryEvents.of(history));
        assertThat(HistoryEvents.counts(events)).containsOnlyKeys("shove", "proposal", "landing");
        Collections.shuffle(events, new Random(seed));

        // When
        for (int from = 0; from < events.size(); from += BATCH) {
            post(events.subList(from, Math.min(events.size(), from + BATCH)));
            following.catchUp(tenant);
        }

        // Then
        var truth = new HistoryTruth(history);
        for (var service : List.of("cart", "checkout")) {
            var shown = figures(service);
            compare(seed, shown, truth);
            position.ofOtherMeanings(tenant);
            following.catchUp(tenant);
            assertThat(figures(service)).as("seed %d, made again", seed).isEqualTo(shown);
        }
    }

    private static void compare(long seed, DeliveryView shown, HistoryTruth truth) {
        assertThat(shown.weeks()).hasSizeGreaterThan(2).allSatisfy(week -> assertThat(week.figures())
                .as("seed %d, %s in the week of %s", seed, shown.service(), week.start())
                .isEqualTo(truth.figures(shown.service(), week.start(), week.start().plus(DeliveryQuery.WEEK))));
        assertThat(shown.total()).as("seed %d, %s", seed, shown.service())
                .isEqualTo(truth.figures(shown.service(), shown.from(), shown.to()));
        assertThat(shown.total().deployments().n()).isPositive();
        assertThat(shown.total().leadTime().n()).isPositive();
        assertThat(shown.environments()).containsExactly("production");
    }

    private DeliveryView figures(String service) {
        return Api.as(tenant).get("/api/metrics/delivery?from=2026-01-05&to=2026-06-01&service=" + service).then()
                .statusCode(200).extract().as(DeliveryView.class);
    }

    private void post(List<JsonNode> events) {
        var answer = Api.as(tenant).body(Drafts.batch(integration, events)).post("/api/events/batch").then().statusCode(200)
                .extract().jsonPath();
        assertThat(answer.getInt("rejected")).as(answer.prettify()).isZero();
    }
}
