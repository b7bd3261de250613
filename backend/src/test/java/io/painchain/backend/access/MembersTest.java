package io.painchain.backend.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(KeysMode.class)
class MembersTest {

    private final String tenant = Api.newTenant();
    private final String owner = Keys.create(tenant, "owner");
    private final String ann = Users.member(tenant, "Ann", "owner");
    private final String bob = Users.member(tenant, "Bob", "viewer");

    @Test
    void areListedByName() {
        Keys.with(owner).get("/api/members").then().statusCode(200).body("name", contains("Ann", "Bob"), "role",
                contains("owner", "viewer"), "email", contains("Ann@example.com", "Bob@example.com"), "suspendedAt",
                contains(nullValue(), nullValue()));
    }

    @Test
    void changeTheirRoleAndAreSuspended() {
        patch(owner, bob, "{\"role\": \"admin\"}").then().statusCode(200).body("role", equalTo("admin"), "suspendedAt",
                nullValue());
        patch(owner, bob, "{\"suspended\": true}").then().statusCode(200).body("role", equalTo("admin"), "suspendedAt",
                notNullValue());
        patch(owner, bob, "{\"suspended\": false}").then().statusCode(200).body("suspendedAt", nullValue());
        Keys.with(owner).get("/api/audit?kind=member&objectId=" + bob).then().body("action",
                contains("patchMember", "patchMember", "patchMember"), "[2].before.role", equalTo("viewer"), "[2].after.role",
                equalTo("admin"));
    }

    @Test
    void keepAnOwner() {
        patch(owner, ann, "{\"role\": \"admin\"}").then().statusCode(409);
        patch(owner, ann, "{\"suspended\": true}").then().statusCode(409);
        Keys.with(owner).delete("/api/members/" + ann).then().statusCode(409);

        patch(owner, bob, "{\"role\": \"owner\"}").then().statusCode(200);
        Keys.with(owner).delete("/api/members/" + ann).then().statusCode(204);
        Keys.with(owner).delete("/api/members/" + ann).then().statusCode(404);
        Keys.with(owner).get("/api/members").then().body("name", contains("Bob"));
    }

    @ParameterizedTest
    @CsvSource({ "admin, admin, 200", "admin, owner, 403", "member, viewer, 403", "viewer, viewer, 403" })
    void areMadeWhatWhoChangesThemMayManage(String maker, String role, int status) {
        patch(Keys.create(tenant, maker), bob, "{\"role\": \"%s\"}".formatted(role)).then().statusCode(status);
    }

    @Test
    void whoAreOwnersAreNoAdminsToChange() {
        Users.member(tenant, "Eve", "owner");
        var admin = Keys.create(tenant, "admin");

        patch(admin, ann, "{\"role\": \"viewer\"}").then().statusCode(403);
        Keys.with(admin).delete("/api/members/" + ann).then().statusCode(403);
        Keys.with(admin).delete("/api/members/" + ann + "/sessions").then().statusCode(403);
    }

    @Test
    void areInvitedByALinkThatIsShownOnce() {
        // When
        var created = invite(owner, "{\"email\": \"new@example.com\", \"role\": \"member\"}");
        String token = created.path("token");

        // Then
        created.then().statusCode(201).header("Cache-Control", "no-store").body("token", matchesPattern("[0-9A-Za-z_-]{43}"),
                "stored.role", equalTo("member"), "stored.createdBy", equalTo("a owner"));
        Keys.with(owner).get("/api/invitations").then().body("email", contains("new@example.com"));
        Keys.with(owner).body("{\"token\": \"" + token + "\"}").post("/api/invitations/acceptance").then().statusCode(403);
        Keys.with(owner).delete(created.header("Location")).then().statusCode(204);
        Keys.with(owner).get("/api/invitations").then().body("$", equalTo(java.util.List.of()));
        Keys.with(owner).delete(created.header("Location")).then().statusCode(404);
        Keys.with(owner).get("/api/audit?kind=invitation").then().body("action",
                contains("revokeInvitation", "createInvitation"));
    }

    @Test
    void areInvitedByAnOperatorWhoNamesTheTenant() {
        var operator = Keys.create(Keys.INSTALLATION, "operator");
        var body = "{\"email\": \"first@example.com\", \"role\": \"owner\"}";

        Keys.with(operator).header("x-tenant-id", Api.newTenant()).body(body).post("/api/invitations").then().statusCode(201);
        Keys.with(operator).body(body).post("/api/invitations").then().statusCode(400).body("errors.pointer",
                hasItem("x-tenant-id"));
        invite(Keys.create(tenant, "admin"), body).then().statusCode(403);
        invite(owner, "{\"email\": \"nobody\", \"role\": \"king\"}").then().statusCode(400).body("errors.pointer",
                hasItem("/role"), "errors.pointer", hasItem("/email"));
    }

    private static Response patch(String key, String member, String body) {
        return Keys.with(key).body(body).patch("/api/members/" + member);
    }

    private static Response invite(String key, String body) {
        return Keys.with(key).body(body).post("/api/invitations");
    }
}
