package io.painchain.backend.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class HttpEdgeTest {

    @ParameterizedTest
    @ValueSource(strings = { "/api/nope", "/nope", "/api/v1/nope", "/q/nope", "/api/nope/7?x=%7B" })
    void answersUnknownPathsWithAProblem(String path) {
        given().urlEncodingEnabled(false).get(path).then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"))
                .body("status", equalTo(404))
                .body("title", equalTo("Not found"))
                .body("detail", startsWith("Nothing is here"))
                .body("instance", startsWith("/"))
                .body("requestId", matchesPattern("[0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @CsvSource({ "/health, /q/health", "/metrics, /q/metrics", "/openapi.json, /q/openapi.json" })
    void answersUnderTheNamesUsersTryFirst(String alias, String path) {
        given().get(alias).then().statusCode(200);
        given().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/docs", "/redoc" })
    void showsTheDocumentation(String path) {
        given().get(path).then().statusCode(200).contentType("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = { "live", "ready", "started" })
    void tellsItsHealth(String check) {
        given().get("/q/health/" + check).then().statusCode(200).body("status", equalTo("UP"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "attacker.example", "painchain.attacker.example:8000", "10.1.2.3", "localhost.attacker.example" })
    void refusesForeignHosts(String host) {
        given().header("Host", host).get("/q/health/live").then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"))
                .body("$", hasEntry("instance", "/q/health/live"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "localhost", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:1" })
    void takesLoopbackHosts(String host) {
        given().header("Host", host).get("/q/health/live").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://attacker.example", "null", "http://localhost:1", "file://" })
    void refusesPagesOfOtherOrigins(String origin) {
        given().header("Host", "localhost:8000").header("Origin", origin).get("/q/health/live").then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "TRACE", "PROPFIND" })
    void refusesMethodsThatNobodyNeeds(String method) {
        given().request(method, "/api/events").then().statusCode(anyOf(equalTo(405), equalTo(501)));
    }

    @Test
    void takesItsOwnPages() {
        given().header("Host", "localhost:8000").header("Origin", "http://localhost:8000").get("/q/health/live").then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", (String) null);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Bearer wrong", "Bearer ", "Basic dXNlcjpwYXNz", "test-connector-key", "" })
    void neverTakesAWrongKeyForAnAnonymousCaller(String authorization) {
        given().header("Authorization", authorization).get("/api/nope").then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthorized"));
    }

    @Test
    void keepsASaneRequestIdOfTheCaller() {
        given().header("X-Request-Id", "deploy-42.a_b").get("/api/nope").then()
                .header("X-Request-Id", equalTo("deploy-42.a_b"))
                .body("requestId", equalTo("deploy-42.a_b"));
    }

    @Test
    void namesARequestItselfWhereTheCallersIdIsOdd() {
        given().header("X-Request-Id", "a b\"<script>").get("/api/nope").then()
                .header("X-Request-Id", not(equalTo("a b\"<script>")))
                .body("requestId", matchesPattern("[0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/events?q=%ff", "/api/events?q=%ED%A0%80", "/api/events/%00", "/api/%C3%28" })
    void refusesAnAddressThatIsNoText(String path) {
        given().urlEncodingEnabled(false).get(path).then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].detail", startsWith("must be percent-encoded UTF-8"))
                .body("requestId", matchesPattern("[0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "gzip", "br", "deflate", "identity, gzip" })
    void saysThatCompressedBodiesAreNotTaken(String coding) {
        given().header("Content-Encoding", coding).contentType("application/json").body("{}").post("/api/events").then()
                .statusCode(415)
                .contentType("application/problem+json")
                .header("Accept-Encoding", equalTo("identity"))
                .body("type", equalTo("/problems/unsupported-media-type"))
                .body("detail", startsWith("Send the body as it is"));
        given().header("Content-Encoding", "identity").contentType("application/json").body("{}").post("/api/events").then()
                .statusCode(400);
    }
}
