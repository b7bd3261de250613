package io.painchain.backend.fuzz;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.Api;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** More requests or others: {@code -Dfuzz.requests=10000 -Dfuzz.seed=7}. */
@QuarkusTest
class OddRequestsTest {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final List<String> MEMBERS = List.of("type", "title", "status", "detail", "instance", "requestId");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final TreeMap<String, List<String>> faults = new TreeMap<>();

    @Test
    void refusesWhateverIsWrongWithAProblem() throws IOException {
        // Given
        var document = MAPPER.readTree(given().get("/q/openapi?format=json").asByteArray());
        var requests = new OddRequests(document, List.of(integration(), event()), SEED);
        var client = new RawClient(RestAssured.port);

        // When
        try (var log = new LogCapture()) {
            for (int i = 0; i < REQUESTS; i++) {
                judge(requests.next(), client, log);
            }
        }

        // Then
        assertThat(requests.operations()).isGreaterThan(60);
        assertThat(faults.keySet()).as(report()).isEmpty();
        given().get("/q/health/live").then().statusCode(200);
    }

    private static String integration() {
        Api.register("fuzz",
                """
                        {"type": "object", "properties": {
                          "token": {"type": "string", "writeOnly": true, "pattern": "^[a-z]*$"}, "number": {"type": "integer", "multipleOf": 3},
                          "url": {"type": "string", "format": "uri", "x-secret-target": true}, "list": {"type": "array", "uniqueItems": true}}}""");
        return Api.create(OddRequests.TENANT, """
                {"type": "fuzz", "name": "fuzz", "config": {"token": "abc"}, "enabled": false}""").then().statusCode(201)
                .extract()
                .path("id");
    }

    private static String event() {
        return Api.as(OddRequests.TENANT).body(Drafts.byHand("fuzz").toString()).post("/api/events").then().statusCode(201)
                .extract().path("id");
    }

    private void judge(RawRequest request, RawClient client, LogCapture log) throws IOException {
        var answer = client.send(request);
        if (answer.status() < 0) {
            fault("no answer in time", request, answer);
        }
        if (answer.status() == 0 && request.whole()) {
            fault("closed without an answer", request, answer);
        }
        boolean isRight = answer.status() == 504 && answer.body().contains("/problems/no-connector"); // nobody plays one here
        if (answer.status() >= 500 && !isRight) {
            fault("5xx", request, answer);
        } else if (answer.isRefusal() && !isProblem(request, answer)) {
            fault("no problem", request, answer);
        }
        for (var record : log.taken()) {
            if (!isRight && (record.getThrown() != null || record.getLevel().intValue() >= Level.SEVERE.intValue())) {
                fault("log " + record.getLoggerName() + " " + thrown(record), request, answer);
            }
        }
    }

    private static boolean isProblem(RawRequest request, RawAnswer answer) throws IOException {
        if (!answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json")) {
            return false;
        }
        if (request.isHead()) {
            return true;
        }
        JsonNode problem = MAPPER.readTree(answer.body());
        return MEMBERS.stream().allMatch(problem::hasNonNull) && problem.path("status").asInt() == answer.status();
    }

    private static String thrown(LogRecord record) {
        return record.getThrown() == null ? record.getMessage() : String.valueOf(record.getThrown());
    }

    private void fault(String kind, RawRequest request, RawAnswer answer) {
        faults.computeIfAbsent(kind, any -> new ArrayList<>()).add(request + "\n      -> " + answer);
    }

    private String report() {
        var report = new StringBuilder("seed " + SEED + ", " + REQUESTS + " requests\n");
        faults.forEach((kind, all) -> {
            report.append(all.size()).append(" × ").append(kind).append('\n');
            all.stream().limit(Integer.getInteger("fuzz.shown", 3))
                    .forEach(one -> report.append("   ").append(one).append('\n'));
        });
        return report.toString();
    }
}
