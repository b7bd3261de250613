package io.painchain.backend.webhook;

import static io.painchain.backend.Api.asConnector;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.painchain.backend.Api;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** A provider of a type of its own, and its connector, played over HTTP. */
public final class WebhookSender {

    public static final String SECRET = "a secret of some length";

    private static final String SCHEMA = """
            {"type": "object", "properties": {
              "token": {"type": "string", "writeOnly": true},
              "webhookSecret": {"type": "string", "writeOnly": true},
              "webhookSecretPrevious": {"type": "string", "writeOnly": true},
              "installationId": {"type": "string"}, "appId": {"type": "string"},
              "repositories": {"x-discover": true, "type": "array", "items": {"type": "string"}}}}""";
    private static final String HMAC = """
            {"scheme": "hmac", "header": "X-Signature-256",
             "hmac": {"algorithm": "SHA256", "encoding": "hex", "prefix": "sha256="}}""";
    private static final String INTAKE = """
            {"verify": %s,
             "names": {"delivery": ["X-Delivery"], "event": ["X-Event"], "hook": ["X-Hook-ID"]},
             "target": {"repository": ["/repository/full_name"],
               "matches": [{"header": "X-App", "config": "/appId"}, {"payload": "/installation/id", "config": "/installationId"}]},
             "secrets": ["/webhookSecret", "/webhookSecretPrevious"]}""";

    public final String type = "type-" + UUID.randomUUID().toString().substring(0, 12);

    public static WebhookSender signing() {
        return new WebhookSender(HMAC);
    }

    public static WebhookSender proving(String verify) {
        return new WebhookSender(verify);
    }

    private WebhookSender(String verify) {
        asConnector().body("""
                {"id": "%s", "displayName": "Test", "configSchema": %s, "intake": %s}
                """.formatted(type, SCHEMA, INTAKE.formatted(verify))).put("/api/connectors/" + type).then().statusCode(204);
    }

    public String integration(String tenant, String repository) {
        return integration(tenant, repository, "\"webhookSecret\": \"%s\"".formatted(SECRET));
    }

    public String integration(String tenant, String repository, String secrets) {
        return Api.create(tenant, """
                {"type": "%s", "name": "Production", "config": {"token": "t", "repositories": ["%s"]%s}}
                """.formatted(type, repository, secrets.isEmpty() ? "" : ", " + secrets)).then().statusCode(201).extract()
                .path("id");
    }

    /** To the one address of the type, signed. */
    public ValidatableResponse send(String delivery, String body) {
        return send("/api/v1/webhooks/" + type, delivery, body.getBytes(UTF_8), signed(SECRET, body.getBytes(UTF_8)));
    }

    public ValidatableResponse send(String path, String delivery, byte[] body, Map<String, String> headers) {
        var all = new HashMap<>(Map.of("X-Delivery", delivery, "X-Event", "push"));
        all.putAll(headers);
        return given().config(RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY)))
                .contentType("application/json").header("Host", "hooks.example.com").headers(all).body(body).post(path).then();
    }

    public static Map<String, String> signed(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return Map.of("X-Signature-256", "sha256=" + HexFormat.of().formatHex(mac.doFinal(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String payload(String repository) {
        return "{\"commits\": [{\"id\": \"a\"}], \"repository\": {\"id\": 7, \"full_name\": \"%s\"}}".formatted(repository);
    }

    /** What there is now. */
    public JsonPath lease() {
        return lease("wait=0");
    }

    public JsonPath lease(String query) {
        return asConnector().post("/api/connectors/%s/tasks/lease?kind=webhook&%s".formatted(type, query)).then()
                .statusCode(200).extract().jsonPath();
    }

    public ValidatableResponse result(String task, String body) {
        return asConnector().body(body).post("/api/connectors/%s/tasks/%s/result".formatted(type, task)).then();
    }

    public ValidatableResponse release(String task) {
        return asConnector().body("{}").post("/api/connectors/%s/tasks/%s/release".formatted(type, task)).then();
    }

    public void done(JsonPath leased, String outcomes) {
        result(leased.getString("[0].id"), "{\"ok\": true, \"output\": {\"deliveries\": [%s]}}".formatted(outcomes))
                .statusCode(204);
    }

    /** Ids of the deliveries of the first task. */
    public static List<String> ids(JsonPath leased) {
        return leased.getList("[0].input.deliveries.id");
    }
}
