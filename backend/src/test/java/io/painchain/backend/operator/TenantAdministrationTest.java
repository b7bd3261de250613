package io.painchain.backend.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.access.Keys;
import io.painchain.backend.access.KeysMode;
import io.painchain.backend.access.OpenStream;
import io.painchain.backend.access.Users;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@TestProfile(KeysMode.class)
class TenantAdministrationTest {

    private static final String SECRET = "ghp_0123456789abcdefghijABCDEFGHIJ";

    private final String operator = Keys.create(Keys.INSTALLATION, "operator");
    private final String tenant = Api.newTenant();
    private final String other = Api.newTenant();

    @Test
    void createsATenantOnce() {
        operator().body("{\"id\": \"%s\"}".formatted(tenant)).post("/api/tenants").then().statusCode(201)
                .body("suspendedAt", nullValue());
        operator().body("{\"id\": \"%s\"}".formatted(tenant)).post("/api/tenants").then().statusCode(409);
        operator().body("{\"id\": \"~\"}").post("/api/tenants").then().statusCode(400);
        operator().get("/api/tenants").then().body("id", hasItem(tenant));
        operator().get("/api/audit?objectId=" + tenant).then().body("action[0]", equalTo("createTenant"));
    }

    /** GitLab CVE-2023-1555: who is shut out goes on by another way. */
    @Test
    void nobodyOfASuspendedTenantGetsIn() throws Exception {
        // Given
        var owner = ownerWithData(tenant);
        var stream = OpenStream.with(owner);
        String integration = Keys.with(owner).get("/api/integrations").path("[0].id");

        // When
        operator().put("/api/tenants/" + tenant + "/suspension").then().statusCode(200).body("suspendedAt", notNullValue());

        // Then
        await().atMost(Duration.ofSeconds(2)).until(stream::hasEnded);
        Keys.with(owner).get("/api/events").then().statusCode(403);
        Keys.with(owner).get("/api/events/stream").then().statusCode(403);
        Api.asConnector().get("/api/integrations?type=administered").then().statusCode(200).body("id",
                not(hasItem(integration)));
        Api.asConnector().get("/api/integrations/" + integration).then().statusCode(404);
        Api.asConnector().body("{\"integrationId\": \"%s\", \"events\": []}".formatted(integration))
                .post("/api/events/batch").then().statusCode(404);
        given().cookie("painchain", owner).get("/api/me").then().statusCode(403);
        Keys.with(owner).body(Drafts.byHand("late").toString()).post("/api/events").then().statusCode(403);
        operator().delete("/api/tenants/" + tenant + "/suspension").then().statusCode(200);
        Keys.with(owner).get("/api/events").then().statusCode(200);
        Api.asConnector().get("/api/integrations/" + integration).then().statusCode(200);
    }

    @Test
    void hearsOfASuspensionThatAnotherBackendMade() {
        var owner = ownerWithData(tenant);

        Keys.execute("insert into tenant (tenant_id, created_at, suspended_at) values (?, now(), now())", tenant);
        Keys.execute("select pg_notify('tenant_suspended', ?)", tenant);

        await().atMost(Duration.ofSeconds(2)).until(() -> Keys.with(owner).get("/api/events").statusCode() == 403);
    }

    @Test
    void exportsEveryRowWithoutSecrets() {
        ownerWithData(tenant);
        ownerWithData(other);

        var export = operator().get("/api/tenants/" + tenant + "/export").then().statusCode(200).extract().asString();

        assertThat(export.lines()).isNotEmpty().allSatisfy(line -> assertThat(line).contains("\"tenant_id\": \"" + tenant));
        assertThat(export).contains("\"table\": \"event\"", "\"table\": \"integration\"", "\"table\": \"audit_entry\"")
                .doesNotContain(other, SECRET, "\"digest\"", "\"secrets\"");
    }

    @Test
    void erasesEveryRowAndSaysHowMany() {
        // Given
        var owner = ownerWithData(tenant);
        var ofOther = ownerWithData(other);
        operator().delete("/api/tenants/" + tenant).then().statusCode(409);
        operator().put("/api/tenants/" + tenant + "/suspension").then().statusCode(200);

        // When
        var erased = operator().delete("/api/tenants/" + tenant);

        // Then
        erased.then().statusCode(200).body("rows.integration", equalTo(1), "rows.tenant", equalTo(1), "rows.subscription",
                equalTo(1),
                "rows.event", notNullValue(), "rows.audit_entry", notNullValue());
        assertThat(erased.jsonPath().getLong("total")).isGreaterThan(5);
        assertThat(operator().get("/api/tenants/" + tenant + "/export").asString()).isEmpty();
        Keys.with(owner).get("/api/events").then().statusCode(401);
        Keys.with(ofOther).get("/api/events?connector=script").then().statusCode(200).body("size()", equalTo(1));
        operator().get("/api/audit?action=eraseTenant&objectId=" + tenant).then().body("before[0].integration", equalTo(1));
    }

    @Test
    void erasesUsersOfNoOtherTenantToo() {
        // Given
        var ann = Users.member(tenant, "Ann", "owner");
        Keys.execute(
                """
                        insert into browser_session (tenant_id, id, digest, user_id, issuer, subject, created_at, last_used_at, expires_at)
                        select tenant_id, gen_random_uuid(), sha256(id::text::bytea), id, issuer, subject, now(), now(), now() + '1 day'
                        from app_user where tenant_id = '*' and id = ?::uuid""",
                ann);
        Users.join(other, Users.member(tenant, "Bob", "viewer"), "viewer");
        operator().put("/api/tenants/" + tenant + "/suspension").then().statusCode(200);

        // Then
        operator().delete("/api/tenants/" + tenant).then().statusCode(200).body("rows.membership", equalTo(2),
                "rows.app_user", equalTo(1), "rows.browser_session", equalTo(1));
        Keys.with(Keys.create(other, "owner")).get("/api/members").then().body("name", equalTo(List.of("Bob")));
        operator().delete("/api/tenants/" + tenant).then().statusCode(409);
    }

    @Test
    void isForOperatorsOnly() {
        var owner = ownerWithData(tenant);

        Keys.with(owner).get("/api/tenants").then().statusCode(403);
        Keys.with(owner).delete("/api/tenants/" + tenant).then().statusCode(403);
        Keys.with(owner).get("/api/tenants/" + other + "/export").then().statusCode(403);
    }

    private RequestSpecification operator() {
        return Keys.with(operator);
    }

    private static String ownerWithData(String tenant) {
        Api.register("administered", """
                {"type": "object", "properties": {"token": {"type": "string", "writeOnly": true}}}""");
        var owner = Keys.create(tenant, "owner");
        Keys.with(owner)
                .body("{\"type\": \"administered\", \"name\": \"a\", \"config\": {\"token\": \"%s\"}}".formatted(SECRET))
                .post("/api/integrations").then().statusCode(201);
        Keys.with(owner).body(Drafts.byHand("deployed").toString()).post("/api/events").then().statusCode(201);
        Keys.with(owner).body("{\"name\": \"s\", \"target\": \"slack\", \"url\": \"https://hooks.slack.com/services/%s\"}"
                .formatted(SECRET)).post("/api/subscriptions").then().statusCode(201);
        return owner;
    }
}
