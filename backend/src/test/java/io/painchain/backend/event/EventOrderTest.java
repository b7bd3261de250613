package io.painchain.backend.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.Api;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.integration.StoredIntegrations;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class EventOrderTest {

    private static final int THREADS = 8;

    private final StoredIntegrations integrations;
    private IntegrationReference integration;

    EventOrderTest(StoredIntegrations integrations) {
        this.integrations = integrations;
    }

    @BeforeEach
    void storesAnIntegration() {
        integration = integrations.any();
    }

    @Test
    void isNotSetBackByWhatIsOlderThanAConfirmation() {
        // Given
        send(state(10, "A"));
        // When
        var confirmed = send(state(20, "A"));
        var late = send(state(15, "B"));
        // Then
        assertThat(confirmed).isEqualTo("unchanged");
        assertThat(late).isEqualTo("outdated");
        assertThat(stored().getString("[0].status")).isEqualTo("A");
        assertThat(stored().getInt("[0].revision")).isEqualTo(1);
        assertThat(stored().getString("[0].asOf")).isEqualTo("2026-01-01T00:00:20Z");
    }

    @Test
    void updatesByADifferentStateOfTheSameTime() {
        send(state(10, "A"));
        assertThat(send(state(10, "B"))).isEqualTo("updated");
        assertThat(send(state(10, "B"))).isEqualTo("unchanged");
        assertThat(stored().getString("[0].status")).isEqualTo("B");
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
    void endsWithTheNewestStateInWhateverOrderTheyArrive(long seed) {
        // Given
        var states = new ArrayList<ObjectNode>();
        for (int second = 0; second < 8; second++) {
            states.add(state(second, "state-" + second / 2));
            states.add(state(second, "state-" + second / 2));
        }
        Collections.shuffle(states, new Random(seed));
        // When
        var outcomes = states.stream().map(this::send).toList();
        // Then
        assertThat(stored().getList("status")).containsExactly("state-3");
        assertThat(stored().getString("[0].asOf")).isEqualTo("2026-01-01T00:00:07Z");
        assertThat(outcomes).containsOnlyOnce("created").doesNotContain("rejected");
        assertThat(stored().getInt("[0].revision") - 1).isEqualTo(Collections.frequency(outcomes, "updated"));
        Api.as(integration.tenantId()).get("/api/events/" + stored().getString("[0].id") + "/revisions").then()
                .body("size()", org.hamcrest.Matchers.equalTo(Collections.frequency(outcomes, "updated")));
    }

    @Test
    void createsEachEventOnceThoughABatchArrivesEightTimesAtOnce() throws Exception {
        // Given
        var batch = Drafts.batch(integration.id().toString(), states(1, 300));
        // When
        var answers = atOnce(Collections.nCopies(THREADS, batch));
        // Then
        assertThat(answers.stream().mapToInt(answer -> answer.getInt("created")).sum()).isEqualTo(300);
        assertThat(answers.stream().mapToInt(answer -> answer.getInt("unchanged")).sum()).isEqualTo(300 * (THREADS - 1));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.getList("items.id"))
                .isEqualTo(answers.get(0).getList("items.id")));
    }

    @Test
    void updatesEachEventOnceThoughNewerBatchesArriveAtOnceAndShuffled() throws Exception {
        // Given
        atOnce(List.of(Drafts.batch(integration.id().toString(), states(1, 200))));
        var batches = new ArrayList<String>();
        for (int i = 0; i < THREADS; i++) {
            var states = states(2, 200);
            Collections.shuffle(states, new Random(i));
            batches.add(Drafts.batch(integration.id().toString(), states));
        }
        // When
        var answers = atOnce(batches);
        // Then
        assertThat(answers.stream().mapToInt(answer -> answer.getInt("updated")).sum()).isEqualTo(200);
        assertThat(answers.stream().mapToInt(answer -> answer.getInt("unchanged")).sum()).isEqualTo(200 * (THREADS - 1));
        assertThat(stored().getList("revision")).hasSize(200).containsOnly(2);
    }

    @Test
    void takesOverlappingBatchesAndSinglePostsAtOnce() throws Exception {
        // Given
        var random = new Random(7);
        var bodies = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            var states = states(i % 5, 60);
            Collections.shuffle(states, random);
            bodies.add(Drafts.batch(integration.id().toString(), states.subList(0, 30)));
        }
        // When
        var answers = atOnce(bodies);
        // Then
        assertThat(answers.stream().mapToInt(answer -> answer.getList("items").size()).sum()).isEqualTo(40 * 30);
        assertThat(answers.stream().mapToInt(answer -> answer.getInt("rejected")).sum()).isZero();
        assertThat(answers.stream().mapToInt(answer -> answer.getInt("created")).sum())
                .isEqualTo(stored().getList("").size());
        assertThat(answers.stream().mapToInt(answer -> answer.getInt("updated")).sum())
                .isEqualTo(stored().<Integer> getList("revision").stream().mapToInt(revision -> revision - 1).sum());
    }

    private List<ObjectNode> states(int second, int count) {
        var states = new ArrayList<ObjectNode>();
        for (int i = 0; i < count; i++) {
            states.add(state(second, "state-" + second).put("externalId", "event-" + i));
        }
        return states;
    }

    private static ObjectNode state(int second, String status) {
        return Drafts.draft("one").put("status", status).put("asOf", "2026-01-01T00:00:%02dZ".formatted(second));
    }

    private List<JsonPath> atOnce(List<String> batches) throws Exception {
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var calls = batches.stream().<Callable<JsonPath>> map(batch -> () -> Api.asConnector().body(batch)
                    .post("/api/events/batch").then().statusCode(200).extract().jsonPath()).toList();
            var answers = new ArrayList<JsonPath>();
            for (var answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }

    private String send(ObjectNode draft) {
        return Api.asConnector().body(draft.deepCopy().put("integrationId", integration.id().toString()).toString())
                .post("/api/events").then().extract().path("outcome");
    }

    private JsonPath stored() {
        return Api.as(integration.tenantId()).get("/api/events?limit=500").then().statusCode(200).extract().jsonPath();
    }
}
