package io.painchain.backend.subscription.drain;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;

/** What may be subscribed to, and by whom it is seen. */
@QuarkusTest
class SubscriptionEditTest extends SubscriptionRig {

    @Test
    void namesEverythingWrong() {
        var wrong = "{\"name\": \"x\", \"target\": \"webhook\", \"url\": \"http://user:pw@x\", \"secret\": \"whsec_c2hvcnQ=\", "
                + "\"filter\": \"tpye=release\"}";
        Api.as(tenant).body(wrong).post("/api/subscriptions").then().statusCode(400)
                .body("errors.pointer", contains("/filter", "/url", "/secret"))
                .body("errors[0].detail", containsString("tpye is no filter"));
        Api.as(tenant).body(
                "{\"name\": \"x\", \"target\": \"webhook\", \"url\": \"https://x.test\", \"filter\": \"from=2026-01-01\"}")
                .post("/api/subscriptions").then().statusCode(400).body("errors.pointer", contains("/filter"));
    }

    @Test
    void staysWithinTheTenant() {
        // Given
        var id = webhook(receiver.url(), "");
        var other = Api.newTenant();

        // Then
        Api.as(other).get("/api/subscriptions").then().body("", hasSize(0));
        Api.as(other).get("/api/subscriptions/" + id).then().statusCode(404);
        Api.as(other).get("/api/subscriptions/" + id + "/messages").then().statusCode(404);
        Api.as(other).body("{}").post("/api/subscriptions/" + id + "/messages/replay").then().statusCode(404);
        Api.as(other).delete("/api/subscriptions/" + id).then().statusCode(404);
        Api.as(other).body(
                "{\"title\": \"Theirs\", \"connector\": \"shell\", \"project\": \"p\", \"timestamp\": \"2026-11-01T10:00:00Z\"}")
                .post("/api/events").then().statusCode(201);
        post("Ours", "r-1", "");
        fanOut(id, 1);
        Api.as(tenant).delete("/api/subscriptions/" + id).then().statusCode(204);
    }
}
