package io.painchain.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.access.Keys;
import io.painchain.backend.access.KeysMode;
import io.painchain.backend.startup.AuditVerifying;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(KeysMode.class)
class AuditLogTest {

    private static final String SECRET = "ghp_0123456789abcdefghijABCDEFGHIJ";
    private static final String DIGEST = "digest:[0-9a-f]{8}";

    private final String tenant = Api.newTenant();
    private final String owner = Keys.create(tenant, "owner");

    @Test
    void saysWhoChangedWhatFromWhereWithSecretsMasked() {
        // Given
        Api.register("audited",
                """
                        {"type": "object", "properties": {"token": {"type": "string", "writeOnly": true}, "note": {"type": "string"}}}""");

        // When
        var id = Keys.with(owner)
                .body("{\"type\": \"audited\", \"name\": \"a\", \"config\": {\"token\": \"%s\", \"note\": \"one\"}}"
                        .formatted(SECRET))
                .post("/api/integrations").then().statusCode(201).extract().<String> path("id");
        Keys.with(owner).header("X-Request-Id", "r-1").body("{\"config\": {\"note\": \"two\"}}")
                .patch("/api/integrations/" + id).then().statusCode(200);
        Keys.with(owner).delete("/api/integrations/" + id).then().statusCode(204);

        // Then
        var log = Keys.with(owner).get("/api/audit?kind=integration");
        log.then().statusCode(200).body("action", contains("deleteIntegration", "patchIntegration", "createIntegration"),
                "seq", contains(3, 2, 1), "[1].actor", equalTo("a owner"), "[1].role", equalTo("owner"),
                "[1].address", equalTo("127.0.0.1"), "[1].requestId", equalTo("r-1"), "[1].objectId", equalTo(id),
                "[1].before.config.note", matchesPattern(DIGEST), "[1].after.config.note", matchesPattern(DIGEST),
                "[1].after.config.note", not(equalTo(log.path("[1].before.config.note"))), "[1].before.name", nullValue(),
                "[0].after", nullValue(), "[2].before", nullValue());
        assertThat(log.asString()).doesNotContain(SECRET).contains("ghp_");
    }

    @Test
    void isFilteredAndPagedAndExported() {
        // Given
        IntStream.range(0, 3).forEach(i -> createTeam(owner, "team " + i));
        Keys.with(owner).body("{\"months\": 12}").put("/api/retention").then().statusCode(200);

        // Then
        Keys.with(owner).get("/api/audit?action=createTeam&limit=2").then().body("after.name", contains("team 2", "team 1"));
        var next = Keys.with(owner).get("/api/audit?action=createTeam&limit=2").header("Link").replaceAll("<(.*)>.*", "$1");
        Keys.with(owner).urlEncodingEnabled(false).get(next).then().body("after.name", contains("team 0"));
        Keys.with(owner).get("/api/audit?actor=nobody").then().body("", empty());
        Keys.with(owner).get("/api/audit?to=2020-01-01T00:00:00Z").then().body("", empty());
        Keys.with(owner).get("/api/audit?kind=retention").then().body("after.months", contains(12));
        Keys.with(owner).get("/api/audit?from=yesterday&cursor=x").then().statusCode(400).body("errors", hasSize(2));
        var csv = Keys.with(owner).get("/api/audit/export?kind=team").then().statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"painchain-audit.csv\"")).extract().asString();
        assertThat(csv.lines()).hasSize(4).element(1).asString().contains("\"createTeam\"");
        assertThat(Keys.with(owner).get("/api/audit/export?format=ndjson").asString().lines()).hasSize(4);
        Keys.with(owner).get("/api/audit/export?format=xml").then().statusCode(400);
    }

    @Test
    void isForOwnersAndAdministratorsOfItsTenant() {
        createTeam(owner, "ours");

        Keys.with(Keys.create(tenant, "admin")).get("/api/audit").then().statusCode(200).body("", hasSize(1));
        Keys.with(Keys.create(tenant, "member")).get("/api/audit").then().statusCode(403);
        Keys.with(Keys.create(tenant, "viewer")).get("/api/audit/export").then().statusCode(403);
        Keys.with(Keys.create(Api.newTenant(), "owner")).get("/api/audit").then().statusCode(200).body("", empty());
        assertThat(Keys.with(Keys.create(Keys.INSTALLATION, "operator")).header("x-tenant-id", tenant).get("/api/audit")
                .then().statusCode(200).extract().asString()).doesNotContain("ours");
    }

    @Test
    void changesAtTheSameTimeMakeOneChain() {
        var all = IntStream.range(0, 24).mapToObj(i -> CompletableFuture.runAsync(() -> createTeam(owner, "t" + i)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();

        Keys.with(owner).get("/api/audit?limit=500").then().body("", hasSize(24), "[0].seq", equalTo(24));
        assertThatCode(AuditVerifying::run).doesNotThrowAnyException();
    }

    @Test
    void aRefusedChangeLeavesNoEntry() {
        Keys.with(owner).body("{\"name\": \"\"}").post("/api/teams").then().statusCode(400);
        Keys.with(Keys.create(tenant, "viewer")).body("{\"name\": \"x\", \"tags\": []}").post("/api/teams").then()
                .statusCode(403);

        Keys.with(owner).get("/api/audit").then().body("", empty());
    }

    @Test
    void theDatabaseRefusesToChangeAnEntry() {
        createTeam(owner, "kept");

        assertThatThrownBy(() -> Keys.execute("update audit_entry set actor = 'eve' where tenant_id = ?", tenant))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> Keys.execute("delete from audit_entry where tenant_id = ?", tenant))
                .hasMessageContaining("never changed");
    }

    @Test
    void verificationFindsWhatWasChangedAllTheSame() {
        createTeam(owner, "first");
        createTeam(owner, "second");

        tampered("update audit_entry set actor = 'eve' where seq = 1 and tenant_id = ?", "entry 1 was changed");
        tampered("update audit_entry set happened_at = happened_at + interval '1 microsecond' where seq = 2 and tenant_id = ?",
                "entry 2 was changed");
        tampered("delete from audit_entry where seq = 1 and tenant_id = ?", "entry 1 is missing");
        tampered("delete from audit_entry where seq = 2 and tenant_id = ?", "entry 2 is missing at the end");
        assertThatCode(AuditVerifying::run).doesNotThrowAnyException();
    }

    @Test
    void aSignInIsRecorded() {
        Keys.with(owner).body("{\"key\": \"" + owner + "\"}").header("Host", "localhost:8000")
                .header("Origin", "http://localhost:8000").post("/api/session").then().statusCode(204);

        Keys.with(owner).get("/api/audit").then().body("action", contains("signIn"), "actor", contains("a owner"));
    }

    /** And puts it back. */
    private void tampered(String sql, String finding) {
        Keys.execute("alter table audit_entry disable trigger audit_entry_stays");
        Keys.execute("create table audit_kept as select * from audit_entry where tenant_id = '" + tenant + "'");
        try {
            Keys.execute(sql, tenant);
            assertThatThrownBy(AuditVerifying::run).hasMessageContaining(tenant).hasMessageContaining(finding);
        } finally {
            Keys.execute("delete from audit_entry where tenant_id = ?", tenant);
            Keys.execute("insert into audit_entry select * from audit_kept");
            Keys.execute("drop table audit_kept");
            Keys.execute("alter table audit_entry enable trigger audit_entry_stays");
        }
    }

    private static void createTeam(String key, String name) {
        Keys.with(key).body("{\"name\": \"%s\", \"tags\": [\"t\"]}".formatted(name)).post("/api/teams").then().statusCode(201);
    }
}
