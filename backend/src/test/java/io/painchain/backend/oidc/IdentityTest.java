package io.painchain.backend.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.access.Keys;
import io.painchain.backend.access.Users;
import io.painchain.simulator.oidc.OidcSimulator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** Who somebody is: issuer and subject, and nothing that looks like it. */
@QuarkusTest
@TestProfile(OidcMode.class)
class IdentityTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final String tenant = Api.newTenant();
    private final String owner = Keys.create(tenant, "owner");
    private final String email = "u" + UUID.randomUUID() + "@example.com";

    @Test
    void anAccessTokenOpensWhatItsUserMay() {
        // Given
        var subject = Provider.newPerson("Ann", email, true);
        Users.join(tenant, SignedInBrowser.as(subject).userId(), "member");
        var token = Provider.accessToken(subject);

        // Then
        await().atMost(SOON).untilAsserted(() -> Keys.with(token).get("/api/me").then().statusCode(200).body("tenantId",
                equalTo(tenant), "role", equalTo("member"), "name", equalTo("Ann")));
        Keys.with(token).body("{\"name\": \"a\", \"query\": \"\"}").post("/api/views").then().statusCode(201);
        Keys.with(token).get("/api/keys").then().statusCode(403);
        Keys.with(token).header("x-tenant-id", Api.newTenant()).get("/api/events").then().statusCode(403);
        Keys.with(token).get("/api/sessions").then().statusCode(200);
    }

    @Test
    void onlyATokenOfTheProviderForThisApiIsOne() {
        // Given
        var subject = Provider.newPerson("Ann", email, true);
        Users.join(tenant, SignedInBrowser.as(subject).userId(), "owner");
        var over = Provider.claims(subject, OidcSimulator.AUDIENCE);
        over.put("exp", (long) over.get("iat") - 600);
        var ofId = Provider.claims(subject, OidcSimulator.AUDIENCE);
        ofId.put("nonce", "n");
        var good = Provider.accessToken(subject);

        // Then
        unauthorized(Provider.sign(Provider.issuer(), "at+jwt", over));
        unauthorized(Provider.sign(Provider.issuer(), "at+jwt", Provider.claims(subject, "another-api")));
        unauthorized(Provider.sign(Provider.issuer(), "JWT", Provider.claims(subject, Provider.CLIENT)));
        unauthorized(Provider.sign(Provider.issuer(), "JWT", ofId));
        unauthorized(Provider.sign(Provider.issuer(), "logout+jwt", Provider.logout(subject, null)));
        unauthorized(Provider.sign(Provider.stranger(), "at+jwt", Provider.claims(subject, OidcSimulator.AUDIENCE)));
        unauthorized(good.substring(0, good.lastIndexOf('.') + 1));
        unauthorized("eyJhbGciOiJub25lIn0." + good.split("\\.")[1] + ".");
        unauthorized("eyJ");
        Keys.with(good).get("/api/me").then().statusCode(200);
    }

    /** Sentry CVE-2026-42354: a provider names the e-mail address or the subject of another's user. */
    @Test
    void anotherIssuersUserIsAnotherUser() {
        // Given: somebody of another issuer with the same subject, name and address
        var subject = Provider.newPerson("Ann", email, true);
        var known = Users.member(tenant, "Ann", "owner");
        Keys.execute("update app_user set issuer = ?, subject = ?, email = ? where id = ?::uuid", Provider.stranger(), subject,
                email, known);

        // When
        var browser = SignedInBrowser.as(subject);

        // Then
        assertThat(browser.userId()).isNotEqualTo(known);
        browser.api().get("/api/me").then().body("role", equalTo("guest"));
        Keys.with(Provider.accessToken(subject)).get("/api/events").then().statusCode(403);
    }

    /** Grafana CVE-2025-41115: an id from outside is taken for one of ours. */
    @Test
    void aSubjectThatIsAUsersIdIsNotThatUser() {
        var known = Users.member(tenant, "Ann", "owner");
        Provider.person(known, "Ann", email, true);

        var browser = SignedInBrowser.as(known);

        assertThat(browser.userId()).isNotEqualTo(known);
        browser.api().get("/api/events").then().statusCode(403);
        Keys.with(Provider.accessToken(known)).get("/api/events").then().statusCode(403);
    }

    /** Keycloak CVE-2026-9087: there is no linking; two sessions in one browser are of two users. */
    @Test
    void signingInAsSomebodyElseLinksNothing() {
        // Given
        var browser = SignedInBrowser.as(Provider.newPerson("Ann", email, true));
        var ann = browser.userId();
        Users.join(tenant, ann, "owner");

        // When
        browser.finish(browser.begin(Provider.newPerson("Ann", email, true)));

        // Then
        assertThat(browser.userId()).isNotEqualTo(ann);
        browser.api().get("/api/me").then().body("role", equalTo("guest"), "user.email", equalTo(email));
    }

    /** Keycloak CVE-2026-1529: an invitation is believed unverified. */
    @Test
    void anInvitationIsGoodOnceForWhomItNames() {
        // Given
        var token = invite("admin");
        var ann = SignedInBrowser.as(Provider.newPerson("Ann", email.toUpperCase(), true));
        var eve = SignedInBrowser.as(Provider.newPerson("Eve", "eve" + email, true));
        var unverified = SignedInBrowser.as(Provider.newPerson("Ann", email, false));
        var twin = SignedInBrowser.as(Provider.newPerson("Ann", email, true));

        // Then
        accept(eve, token).then().statusCode(404).body("detail", containsString("another e-mail address"));
        accept(unverified, token).then().statusCode(403);
        accept(ann, token.substring(1) + "x").then().statusCode(404);
        accept(ann, token + "x").then().statusCode(404);
        given().contentType("application/json").body("{\"token\": \"" + token + "\"}").post("/api/invitations/acceptance")
                .then().statusCode(401);
        ann.api().header("x-tenant-id", Api.newTenant()).body("{\"token\": \"" + token + "\"}")
                .post("/api/invitations/acceptance").then().statusCode(403);
        accept(ann, token).then().statusCode(200).body("tenantId", equalTo(tenant), "role", equalTo("admin"));
        accept(ann, token).then().statusCode(404);
        accept(twin, token).then().statusCode(404);
        await().atMost(SOON).untilAsserted(() -> ann.api().get("/api/me").then().body("tenantId", equalTo(tenant), "role",
                equalTo("admin")));
        ann.api().get("/api/audit?kind=invitation").then().body("action", contains("acceptInvitation", "createInvitation"),
                "[0].userId", equalTo(ann.userId()), "[1].userId", nullValue());
    }

    @Test
    void anInvitationThatIsOverOrRevokedIsNone() {
        // Given
        var ann = SignedInBrowser.as(Provider.newPerson("Ann", email, true));
        var over = invite("viewer");
        Keys.execute("update invitation set expires_at = now() where tenant_id = ?", tenant);
        var revoked = invite("viewer");
        Keys.with(owner).get("/api/invitations").jsonPath().getList("id", String.class)
                .forEach(id -> Keys.with(owner).delete("/api/invitations/" + id).then().statusCode(204));

        // Then
        accept(ann, over).then().statusCode(404);
        accept(ann, revoked).then().statusCode(404);
        ann.api().get("/api/me").then().body("role", equalTo("guest"));
    }

    @Test
    void aNewRoleHoldsAtOnceForTokensThatAreOutAlready() {
        // Given
        var subject = Provider.newPerson("Ann", email, true);
        var user = SignedInBrowser.as(subject).userId();
        Users.join(tenant, user, "admin");
        var token = Provider.accessToken(subject);
        await().atMost(SOON).untilAsserted(() -> Keys.with(token).get("/api/keys").then().statusCode(200));

        // When
        Keys.with(owner).body("{\"role\": \"viewer\"}").patch("/api/members/" + user).then().statusCode(200);

        // Then
        await().atMost(SOON).untilAsserted(() -> Keys.with(token).get("/api/keys").then().statusCode(403));
        Keys.with(owner).delete("/api/members/" + user).then().statusCode(204);
        await().atMost(SOON).untilAsserted(() -> Keys.with(token).get("/api/events").then().statusCode(403));
    }

    private String invite(String role) {
        return Keys.with(owner).body("{\"email\": \"%s\", \"role\": \"%s\"}".formatted(email, role)).post("/api/invitations")
                .then().statusCode(201).extract().path("token");
    }

    private static Response accept(SignedInBrowser browser, String token) {
        return browser.api().body("{\"token\": \"" + token + "\"}").post("/api/invitations/acceptance");
    }

    private static void unauthorized(String token) {
        Keys.with(token).redirects().follow(false).get("/api/me").then().statusCode(401)
                .contentType("application/problem+json").body("detail", startsWith("The access token is not valid"));
    }
}
