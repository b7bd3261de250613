package io.painchain.backend.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(KeysMode.class)
class ApiKeyLifeTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final String tenant = Api.newTenant();
    private final String owner = Keys.create(tenant, "owner");

    @Test
    void isShownOnceAndListedWithoutItself() {
        // When
        var created = create(owner, "{\"name\": \"ci\", \"role\": \"member\"}");
        String key = created.path("key");

        // Then
        created.then().statusCode(201).header("Cache-Control", "no-store").body("key", matchesPattern("pck_[0-9A-Za-z]{36}"),
                "stored.tenantId", equalTo(tenant), "stored.role", equalTo("member"), "stored.createdBy", equalTo("a owner"),
                "stored.expiresAt", nullValue(), "stored.lastFour", equalTo(key.substring(key.length() - 4)));
        var list = Keys.with(owner).get("/api/keys").then().statusCode(200).body("name", hasItems("ci", "a owner")).extract()
                .asString();
        assertThat(list).doesNotContain(key, key.substring(4, 30), Keys.hex(key));
        Keys.with(key).get("/api/me").then().statusCode(200).body("name", equalTo("ci"), "role", equalTo("member"), "tenantId",
                equalTo(tenant), "mode", equalTo("keys"), "rights", equalTo(java.util.List.of("read", "write")));
    }

    @Test
    void isRevokedAtOnce() {
        // Given
        var created = create(owner, "{\"name\": \"ci\", \"role\": \"admin\"}");
        String key = created.path("key");
        Keys.with(key).get("/api/me").then().statusCode(200);

        // When
        Keys.with(owner).delete(created.header("Location")).then().statusCode(204);

        // Then
        await().atMost(SOON).untilAsserted(() -> unauthorized(Keys.with(key).get("/api/me")));
        Keys.with(owner).delete(created.header("Location")).then().statusCode(404);
        Keys.with(owner).get("/api/keys").then().body("name", not(hasItem("ci")));
    }

    @Test
    void endsWithWhoeverMadeTheKeyThatMadeIt() {
        // Given
        var bob = Users.member(tenant, "Bob", "admin");
        var ofBob = Keys.create(tenant, "admin");
        Keys.execute("update api_key set creator_id = ?::uuid where digest = decode(?, 'hex')", bob, Keys.hex(ofBob));
        String byItsKey = create(ofBob, "{\"name\": \"ci\", \"role\": \"viewer\"}").path("key");
        Keys.with(byItsKey).get("/api/me").then().statusCode(200);

        // When
        Keys.with(owner).body("{\"suspended\": true}").patch("/api/members/" + bob).then().statusCode(200);

        // Then
        await().atMost(SOON).untilAsserted(() -> unauthorized(Keys.with(byItsKey).get("/api/me")));
        Keys.with(owner).get("/api/me").then().statusCode(200);
    }

    @Test
    void isRevokedHereWhenAnotherBackendRevokesIt() {
        // Given
        String key = create(owner, "{\"name\": \"ci\", \"role\": \"admin\"}").path("key");
        Keys.with(key).get("/api/me").then().statusCode(200);

        // When
        Keys.execute("""
                with revoked as (update api_key set revoked_at = now() where digest = decode(?, 'hex') returning id)
                select pg_notify('api_key', id::text) from revoked""", Keys.hex(key));

        // Then
        await().atMost(SOON).untilAsserted(() -> unauthorized(Keys.with(key).get("/api/me")));
    }

    @Test
    void endsItsStreamWhenItIsRevoked() throws Exception {
        // Given
        var created = create(owner, "{\"name\": \"screen\", \"role\": \"viewer\"}");
        var stream = OpenStream.with(created.path("key"));

        // When
        Keys.with(owner).delete(created.header("Location")).then().statusCode(204);

        // Then
        await().atMost(SOON).until(stream::hasEnded);
    }

    @Test
    void endsWithItsTime() {
        var key = Keys.create(tenant, "owner", Instant.now().minusSeconds(1));

        unauthorized(Keys.with(key).get("/api/me"));
        create(owner, "{\"name\": \"late\", \"role\": \"viewer\", \"expiresAt\": \"2020-01-01T00:00:00Z\"}").then()
                .statusCode(400).body("errors.pointer", hasItem("/expiresAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Bearer", "Bearer pck_", "Bearer pck_000000000000000000000000000000000000",
            "Basic cGNrOng=", "Bearer eyJhbGciOiJub25lIn0.e30.", "pck_" })
    void letsNobodyInWithoutOne(String authorization) {
        var request = given();
        unauthorized((authorization.isEmpty() ? request : request.header("Authorization", authorization)).get("/api/me"));
    }

    @Test
    void leavesHealthMetricsAndPagesPublic() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({ "owner, owner, 201", "owner, viewer, 201", "admin, owner, 403", "admin, admin, 201", "member, viewer, 403",
            "viewer, viewer, 403", "owner, operator, 403", "owner, connector, 403" })
    void isMadeByWhoMayManageItsRole(String maker, String made, int status) {
        create(Keys.create(tenant, maker), "{\"name\": \"x\", \"role\": \"%s\"%s}".formatted(made,
                made.equals("connector") ? ", \"connector\": \"keyed\"" : "")).then().statusCode(status);
    }

    @Test
    void ofAnOwnerIsNotRevokedByAnAdmin() {
        String id = Keys.with(owner).get("/api/keys").path("find { it.role == 'owner' }.id");

        Keys.with(Keys.create(tenant, "admin")).delete("/api/keys/" + id).then().statusCode(403);
        Keys.with(owner).get("/api/me").then().statusCode(200);
    }

    @Test
    void ofAnOperatorMakesTheFirstKeyOfATenantAndReadsNothing() {
        // Given
        var operator = Keys.create(Keys.INSTALLATION, "operator");
        var newTenant = Api.newTenant();

        // When
        String key = Keys.with(operator).header("x-tenant-id", newTenant).body("{\"name\": \"first\", \"role\": \"owner\"}")
                .post("/api/keys").then().statusCode(201).extract().path("key");

        // Then
        Keys.with(key).get("/api/me").then().body("tenantId", equalTo(newTenant), "role", equalTo("owner"));
        Keys.with(operator).header("x-tenant-id", newTenant).get("/api/events").then().statusCode(403);
        Keys.with(operator).get("/api/events").then().statusCode(403);
        create(operator, "{\"name\": \"x\", \"role\": \"owner\"}").then().statusCode(400).body("errors.pointer",
                hasItem("x-tenant-id"));
    }

    @Test
    void ofAConnectorIsForItsTypeOnly() {
        // Given
        var key = Keys.create(Keys.INSTALLATION, "connector");
        Api.register("keyed", "{\"type\": \"object\"}");
        Api.register("othertype", "{\"type\": \"object\"}");
        var ours = integration("keyed");
        var theirs = integration("othertype");

        // Then
        Keys.with(key).get("/api/integrations?type=keyed").then().statusCode(200).body("id", hasItem(ours));
        Keys.with(key).get("/api/integrations/" + ours + "/checkpoints").then().statusCode(200);
        Keys.with(key).get("/api/integrations?type=othertype").then().statusCode(403);
        Keys.with(key).get("/api/integrations/" + theirs).then().statusCode(404);
        Keys.with(key).get("/api/integrations/" + theirs + "/checkpoints").then().statusCode(404);
        Keys.with(key).post("/api/connectors/othertype/tasks/lease?wait=0").then().statusCode(403);
        Keys.with(key).post("/api/connectors/keyed/tasks/lease?wait=0").then().statusCode(200);
        Keys.with(key).get("/api/events").then().statusCode(403);
    }

    @Test
    void stillLetsConnectorsInByTheConnectorKey() {
        Api.register("keyed", "{\"type\": \"object\"}");
        var id = integration("keyed");

        Api.asConnector().get("/api/integrations?type=keyed").then().statusCode(200).body("id", hasItem(id));
        Api.asConnector().get("/api/events").then().statusCode(403);
    }

    @Test
    void isUsedToTheHour() {
        // Given
        String key = create(owner, "{\"name\": \"used\", \"role\": \"viewer\"}").path("key");

        // When
        Keys.with(key).get("/api/me").then().statusCode(200);

        // Then
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> Keys.with(owner).get("/api/keys").then()
                .body("find { it.name == 'used' }.lastUsedAt", not(nullValue())));
    }

    @Test
    void showsWhatIsWrongWithARequest() {
        create(owner, "{\"name\": \"\", \"role\": \"king\"}").then().statusCode(400).body("errors.pointer",
                hasItems("/name", "/role"));
        create(owner, "{\"name\": [\"a\"], \"role\": [\"owner\", \"viewer\"]}").then().statusCode(400);
    }

    private String integration(String type) {
        return Keys.with(owner).body("{\"type\": \"%s\", \"name\": \"x\", \"config\": {}}".formatted(type))
                .post("/api/integrations").then().statusCode(201).extract().path("id");
    }

    private static void unauthorized(Response response) {
        response.then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"))
                .contentType("application/problem+json").body("type", equalTo("/problems/unauthorized"));
    }

    private static Response create(String key, String body) {
        return Keys.with(key).body(body).post("/api/keys");
    }
}
