package io.painchain.backend.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.painchain.backend.Api;
import io.painchain.backend.event.Drafts;
import io.painchain.backend.webhook.WebhookSender;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class DatabaseAwayTest {

    private static final Duration AT_THE_LATEST = Duration.ofSeconds(5);

    private static final List<Function<RequestSpecification, Response>> CALLS = List.of(
            request -> request.get("/api/events"),
            request -> request.get("/api/timeline?q=x"),
            request -> request.get("/api/projects"),
            request -> request.get("/api/integrations"),
            request -> request.get("/api/events/histogram"),
            request -> request.get("/api/events/export"),
            request -> request.get("/api/teams"),
            request -> request.get("/api/retention"),
            request -> request.get("/api/events/019c1234-0000-7000-8000-000000000000"),
            request -> request.body(Drafts.byHand("a").toString()).post("/api/events"),
            request -> request.body(Drafts.byHand("b").toString()).post("/api/events"),
            request -> request.body(Drafts.batch(null, List.of(Drafts.byHand("c")))).post("/api/events/batch"),
            request -> request.body(Drafts.batch(null, List.of(Drafts.byHand("d")))).post("/api/events/batch"));

    private final String tenant = Api.newTenant();

    @AfterEach
    void bringsTheDatabaseBack() {
        DatabaseLine.set(DatabaseLine.State.WHOLE);
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions()
                .until(() -> CALLS.stream().allMatch(call -> call.apply(Api.as(tenant)).statusCode() != 503));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WHOLE")
    void answersInTimeThatItIsAwayAndComesBack(DatabaseLine.State state) throws Exception {
        // Given
        Api.as(tenant).body(Drafts.byHand("before").toString()).post("/api/events").then().statusCode(201);
        DatabaseLine.set(state);
        // When
        var answers = allAtOnce();
        // Then
        assertThat(answers).hasSize(CALLS.size()).allSatisfy(answer -> {
            answer.then().statusCode(503).header("Retry-After", notNullValue())
                    .contentType("application/problem+json").body("type", equalTo("/problems/unavailable"));
            assertThat(Duration.ofMillis(answer.time())).isLessThan(AT_THE_LATEST.plusSeconds(1));
        });
        bringsTheDatabaseBack();
        assertThat(Api.as(tenant).get("/api/events").jsonPath().<String> getList("title")).contains("before");
    }

    @Test
    void refusesAStreamThatItCannotBegin() throws Exception {
        DatabaseLine.set(DatabaseLine.State.CUT);
        // A stream that begins all the same has no end, and its comments keep every read from timing out.
        var answer = HttpClient.newHttpClient().sendAsync(HttpRequest
                .newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/events/stream"))
                .header("x-tenant-id", tenant).build(), BodyHandlers.ofString()).get(30, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void refusesWebhooksThatItCannotStore() {
        // Given: their secrets are remembered
        var sender = WebhookSender.signing();
        sender.integration(tenant, "acme/api");
        sender.send("d-1", WebhookSender.payload("acme/api")).statusCode(202);
        DatabaseLine.set(DatabaseLine.State.CUT);

        // Then
        sender.send("d-2", WebhookSender.payload("acme/api")).statusCode(503).header("Retry-After", notNullValue())
                .contentType("application/problem+json").body("type", equalTo("/problems/unavailable"));
        bringsTheDatabaseBack();
        sender.send("d-2", WebhookSender.payload("acme/api")).statusCode(202).body("status", equalTo("accepted"));
    }

    @Test
    void tellsHowItFaresWhileTheDatabaseIsAway() {
        DatabaseLine.set(DatabaseLine.State.CUT);
        Api.as(tenant).get("/api/system").then().statusCode(200).body("database.status", equalTo("down"),
                "version", notNullValue(), "events", nullValue());
    }

    private List<Response> allAtOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(CALLS.size());
        try {
            var calls = CALLS.stream().<Callable<Response>> map(call -> () -> call.apply(Api.as(tenant))).toList();
            var answers = new ArrayList<Response>();
            for (var answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}
