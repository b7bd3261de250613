package io.painchain.backend.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Events that come as CloudEvents or CDEvents, by the examples of their specifications. */
@QuarkusTest
class CloudEventTest {

    private static final RestAssuredConfig AS_TEXT = RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig()
            .appendDefaultContentCharsetToContentTypeIfUndefined(false)
            .encodeContentTypeAs("application/cloudevents+json", ContentType.TEXT)
            .encodeContentTypeAs("application/cloudevents-batch+json", ContentType.TEXT));
    private static final String ORDER = """
            {"specversion": "1.0", "type": "com.example.someevent", "source": "/mycontext", "id": "A234-1234-1234",
             "time": "2026-04-05T17:31:00Z", "subject": "orders/7", "comexampleextension1": "value",
             "datacontenttype": "application/json", "data": {"title": "Order changed", "status": "paid", "amount": 3}}""";

    private final String tenant = Api.newTenant();

    private ValidatableResponse send(String contentType, String body) {
        return Api.as(tenant).config(AS_TEXT).contentType(contentType).body(body).post("/api/events").then();
    }

    private static String example(String name) throws IOException {
        try (var file = CloudEventTest.class.getResourceAsStream("/cdevents/" + name + ".json")) {
            return new String(file.readAllBytes());
        }
    }

    @Test
    void takesAStructuredEventOnce() {
        // When
        send("application/cloudevents+json; charset=utf-8", ORDER).statusCode(201)
                .body("title", equalTo("Order changed"), "connector", equalTo("cloudevents"),
                        "externalId", equalTo("/mycontext#A234-1234-1234"), "type",
                        equalTo("com.example.someevent"), "timestamp", equalTo("2026-04-05T17:31:00Z"),
                        "status", equalTo("paid"), "entity", equalTo("orders/7"), "data.amount", equalTo(3),
                        "data.cloudevent.comexampleextension1", equalTo("value"));

        // Then
        send("application/cloudevents+json", ORDER).statusCode(200).body("outcome", equalTo("unchanged"));
    }

    @Test
    void takesABatchAndSetsAsideWhatIsWrong() {
        // When
        send("application/cloudevents-batch+json", "[" + ORDER + "," + ORDER.replace("A234", "A235") + ","
                + ORDER.replace("A234", "A236").replace("2026-04-05T17:31:00Z", "yesterday") + "]").statusCode(200)
                .body("created", equalTo(2), "rejected", equalTo(1), "items[2].errors.pointer", hasItem("/timestamp"));

        // Then
        Api.as(tenant).get("/api/events").then().body("", hasSize(2));
    }

    @Test
    void takesABinaryEventFromItsHeaders() {
        Api.as(tenant).headers(Map.of("ce-specversion", "1.0", "ce-type", "com.example.deployed", "ce-source", "/ci",
                "ce-id", "42", "ce-time", "2026-04-05T17:31:00Z", "ce-subject", "caf%C3%A9%20100%"))
                .body("{\"message\": \"Deployed\"}").post("/api/events").then().statusCode(201)
                .body("title", equalTo("Deployed"), "externalId", equalTo("/ci#42"), "entity",
                        equalTo("café 100%"));
    }

    @Test
    void namesWhatIsMissing() {
        send("application/cloudevents+json", "{\"specversion\": \"0.3\", \"source\": \"/x\"}").statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/id", "/type", "/specversion"));
        send("application/cloudevents-batch+json", "{}").statusCode(400);
    }

    @Test
    void readsADeploymentByItsMeaning() throws IOException {
        send("application/cloudevents+json", example("service_deployed_0.4")).statusCode(201)
                .body("type", equalTo("deployment"), "connector", equalTo("cdevents"), "status",
                        equalTo("success"), "title", equalTo("[Deployment] mySubject123 deployed in test123"),
                        "timestamp", equalTo("2023-03-20T14:27:05.315384Z"), "entity",
                        equalTo("service:/event/source/123/mySubject123"), "correlationKeys",
                        hasItems("cdevent:271069a8-fc18-44f1-b38f-9d70a1695819",
                                "image:mycr.io/myapp@sha256:0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427"));
    }

    @Test
    void readsTheEndOfAPipelineWithItsChain() throws IOException {
        send("application/cloudevents+json", example("pipelinerun_finished_0.5")).statusCode(201)
                .body("type", equalTo("build"), "status", equalTo("failure"), "title",
                        equalTo("[Build] myPipeline finished"), "description", equalTo("Something went wrong"),
                        "url", equalTo("https://www.example.com/mySubject123"), "correlationKeys",
                        hasItems("chain:4c8cb7dd-3448-41de-8768-eec704e2829b",
                                "cdevent:5328c37f-bb7e-4bb7-84ea-9f5f85e4a7ce"));
    }

    /** What another installation sends is the event that it has. */
    @Test
    void takesOurOwnEventsAsTheyWere() {
        // When
        send("application/cloudevents+json", """
                {"specversion": "1.0", "id": "0195_2", "source": "/shell/acme/api", "type": "io.painchain.event.updated",
                 "time": "2026-04-05T17:31:00Z", "data": {"id": "0195aaaa-0000-7000-8000-000000000001", "tenantId": "other",
                 "integrationId": "0195aaaa-0000-7000-8000-000000000002", "title": "Release", "connector": "shell",
                 "project": "acme/api", "type": "release", "timestamp": "2026-04-05T17:31:00Z", "status": "published",
                 "revision": 2, "description": null, "tags": ["critical"]}}""").statusCode(201)
                .body("title", equalTo("Release"), "connector", equalTo("shell"), "tenantId",
                        equalTo(tenant), "tags", equalTo(List.of("critical")), "externalId",
                        equalTo("0195aaaa-0000-7000-8000-000000000001"));

        // Then
        assertThat(Api.as(tenant).get("/api/events?status=published").jsonPath().getList("")).hasSize(1);
    }
}
