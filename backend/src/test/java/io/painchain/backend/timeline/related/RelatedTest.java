package io.painchain.backend.timeline.related;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.Api;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class RelatedTest {

    private static final String SHA = "commit:acme/api@0123456789abcdef0123456789abcdef01234567";

    private final String tenant = Api.newTenant();

    @Test
    void showsTheChainFromCommitToDeploymentOldestFirst() {
        // Given
        post("deployment", "2026-01-01T04:00:00Z", "deployment:acme/api#9", SHA);
        post("other", "2026-01-01T04:00:00Z", "deployment:acme/api#8", "commit:acme/api@ffff");
        var run = post("run", "2026-01-01T03:00:00Z", "workflow_run:acme/api#7", SHA, "pull_request:acme/api#12");
        post("second attempt", "2026-01-01T03:30:00Z", "workflow_run:acme/api#7", SHA, "pull_request:acme/api#12");
        post("merged", "2026-01-01T02:00:00Z", "pull_request:acme/api#12", "pr-acme/api-12");
        post("commit", "2026-01-01T01:00:00Z", SHA);
        // Then
        related(run).body("event.title", equalTo(List.of("commit", "merged", "second attempt", "deployment")),
                "reason", equalTo(List.of("key", "key", "entity", "key")),
                "keys", equalTo(List.of(List.of(SHA), List.of("pull_request:acme/api#12"),
                        List.of(SHA, "pull_request:acme/api#12"), List.of(SHA))));
    }

    @Test
    void leavesOutWhatIsLong() {
        var one = post("one", "2026-01-01T00:00:00Z", "thing:1");
        post("two", "2026-01-01T00:00:00Z", "thing:1");

        related(one).body("[0].event.description", nullValue(), "[0].event.data", nullValue(),
                "[0].event.project", equalTo("acme/api"), "[0].keys", equalTo(List.of()));
    }

    @Test
    void showsTheNearestInTimeWhereThereAreMoreThanTheLimit() {
        // Given
        for (int hour = 1; hour <= 9; hour++) {
            post("h" + hour, "2026-01-01T0" + hour + ":00:00Z", "thing:2");
        }
        var middle = post("middle", "2026-01-01T05:00:00Z", "thing:2");
        // Then
        Api.as(tenant).get("/api/events/" + middle + "/related?limit=3").then().statusCode(200)
                .body("event.title", equalTo(List.of("h4", "h5", "h6")));
        Api.as(tenant).get("/api/events/" + middle + "/related?limit=0").then().statusCode(400)
                .body("errors[0].pointer", equalTo("limit"));
    }

    @Test
    void showsNothingOfAnEventWithoutEntityAndKeys() {
        var alone = Api.as(tenant).body(Drafts.byHand("alone").toString()).post("/api/events").path("id");
        Api.as(tenant).body(Drafts.byHand("alone too").toString()).post("/api/events").then().statusCode(201);

        related(alone.toString()).body("size()", equalTo(0));
    }

    @Test
    void staysWithinTheTenant() {
        // Given
        var ours = post("ours", "2026-01-01T00:00:00Z", "thing:3", SHA);
        Api.as(Api.newTenant()).body(event("theirs", "2026-01-01T00:00:00Z", "thing:3", SHA).toString())
                .post("/api/events").then().statusCode(201);
        // Then
        related(ours).body("size()", equalTo(0));
        Api.as(Api.newTenant()).get("/api/events/" + ours + "/related").then().statusCode(404);
        Api.as(tenant).get("/api/events/nonsense/related").then().statusCode(404)
                .body("type", equalTo("/problems/not-found"));
    }

    private ValidatableResponse related(String id) {
        return Api.as(tenant).get("/api/events/" + id + "/related").then().statusCode(200);
    }

    private String post(String title, String timestamp, String entity, String... keys) {
        return Api.as(tenant).body(event(title, timestamp, entity, keys).toString()).post("/api/events").then()
                .statusCode(201).extract().path("id");
    }

    private static ObjectNode event(String title, String timestamp, String entity, String... keys) {
        var event = Drafts.byHand(title).put("timestamp", timestamp).put("entity", entity).put("description", "long");
        event.putObject("data").put("a", 1);
        for (var key : keys) {
            event.withArray("correlationKeys").add(key);
        }
        return event;
    }
}
