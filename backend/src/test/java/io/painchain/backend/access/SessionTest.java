package io.painchain.backend.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(KeysMode.class)
class SessionTest {

    private static final String HOST = "localhost:8000";

    private final String tenant = Api.newTenant();
    private final String key = Keys.create(tenant, "owner");

    @Test
    void keepsTheKeyInACookieThatNoScriptReads() {
        // When
        var answer = signIn(key);

        // Then
        answer.then().statusCode(204);
        assertThat(answer.header("Set-Cookie")).startsWith("painchain=" + key).contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        given().cookie("painchain", key).get("/api/me").then().statusCode(200).body("tenantId", equalTo(tenant));
    }

    @Test
    void changesByCookieNeedThePagesOrigin() {
        var view = "{\"name\": \"a\", \"query\": \"\"}";

        given().cookie("painchain", key).contentType(ContentType.JSON).body(view).post("/api/views").then().statusCode(403);
        given().cookie("painchain", key).contentType(ContentType.JSON).header("Host", HOST)
                .header("Origin", "https://evil.example").body(view)
                .post("/api/views").then().statusCode(403);
        given().cookie("painchain", key).contentType(ContentType.JSON).header("Host", HOST).header("Origin", origin())
                .body(view)
                .post("/api/views").then().statusCode(201);
    }

    @Test
    void refusesAKeyThatIsNotValid() {
        signIn("pck_nonsense").then().statusCode(401).contentType("application/problem+json");
        given().contentType(ContentType.JSON).body("{\"key\": [\"a\", \"b\"]}").post("/api/session").then().statusCode(400);
    }

    @Test
    void forgetsACookieThatIsNotValidAndLetsSignInAgain() {
        var answer = given().cookie("painchain", "pck_old").get("/api/me");

        answer.then().statusCode(401);
        assertThat(answer.headers().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("painchain=") && cookie.contains("Max-Age=0"));
        given().cookie("painchain", "pck_old").contentType(ContentType.JSON).body("{\"key\": \"" + key + "\"}")
                .post("/api/session").then().statusCode(204);
    }

    @Test
    void signsOut() {
        var answer = given().cookie("painchain", key).header("Host", HOST).header("Origin", origin()).delete("/api/session");

        answer.then().statusCode(204);
        assertThat(answer.headers().getValues("Set-Cookie")).allMatch(cookie -> cookie.contains("Max-Age=0"))
                .anyMatch(cookie -> cookie.startsWith("__Host-painchain="));
    }

    private static String origin() {
        return "http://" + HOST;
    }

    private static Response signIn(String key) {
        return given().contentType(ContentType.JSON).header("Host", HOST).header("Origin", origin())
                .body("{\"key\": \"" + key + "\"}")
                .post("/api/session");
    }
}
