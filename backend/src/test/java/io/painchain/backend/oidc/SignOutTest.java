package io.painchain.backend.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.access.Keys;
import io.painchain.backend.access.OpenStream;
import io.painchain.backend.access.Users;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** How what somebody has open ends: by themselves, by others here, by the provider. */
@QuarkusTest
@TestProfile(OidcMode.class)
class SignOutTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final String tenant = Api.newTenant();
    private final String subject = Provider.newPerson("Ann", "ann@example.com", true);

    @Test
    void signingOutEndsTheSessionAndItsStream() throws Exception {
        // Given
        var browser = SignedInBrowser.as(subject);
        Users.join(tenant, browser.userId(), "viewer");
        var stream = stream(browser);
        var session = browser.session();

        // When
        var answer = browser.api().delete("/api/session");

        // Then
        answer.then().statusCode(204);
        assertThat(answer.header("Location")).startsWith(Provider.issuer() + "/end?client_id=" + Provider.CLIENT);
        await().atMost(SOON).untilAsserted(() -> SignedInBrowser.isRefused(session));
        await().atMost(SOON).until(stream::hasEnded);
    }

    @Test
    void isSignedOutHereWhenAnotherBackendEndsTheSession() {
        // Given
        var browser = SignedInBrowser.as(subject);
        var id = browser.api().get("/api/sessions").then().statusCode(200).body("current", contains(true)).extract()
                .<String> path("[0].id");

        // When
        Keys.execute("""
                with ended as (delete from browser_session where tenant_id = '*' and id = ?::uuid returning id)
                select pg_notify('browser_session', id::text) from ended""", id);

        // Then
        await().atMost(SOON).untilAsserted(() -> refused(browser));
    }

    @Test
    void endsOnesOtherSessionsAndNobodyElses() {
        // Given
        var here = SignedInBrowser.as(subject);
        var there = SignedInBrowser.as(subject);
        var stranger = SignedInBrowser.as(Provider.newPerson("Eve", "eve@example.com", true));
        var sessions = here.api().get("/api/sessions").then().body("$", hasSize(2)).extract();
        var other = sessions.<String> path("find { !it.current }.id");

        // Then
        stranger.api().delete("/api/sessions/" + other).then().statusCode(404);
        here.api().delete("/api/sessions/" + other).then().statusCode(204);
        await().atMost(SOON).untilAsserted(() -> refused(there));
        here.api().get("/api/me").then().statusCode(200);
        stranger.api().get("/api/sessions").then().body("$", hasSize(1));
    }

    @Test
    void theProviderEndsSessions() {
        // Given
        var one = SignedInBrowser.as(subject);
        var two = SignedInBrowser.as(subject);
        var bystander = SignedInBrowser.as(Provider.newPerson("Bob", "bob@example.com", true));

        // Then
        tell(Provider.sign(Provider.stranger(), "logout+jwt", Provider.logout(subject, null))).then().statusCode(400);
        tell(Provider.accessToken(subject)).then().statusCode(400);
        tell(Provider.sign(Provider.issuer(), "JWT", Provider.claims(subject, Provider.CLIENT))).then().statusCode(400);
        tell("nonsense").then().statusCode(400);
        tell(Provider.sign(Provider.issuer(), "logout+jwt", Provider.logout(subject, "sid-unknown"))).then().statusCode(200);
        one.api().get("/api/me").then().statusCode(200);
        tell(Provider.sign(Provider.issuer(), "logout+jwt", Provider.logout(subject, null))).then().statusCode(200);
        await().atMost(SOON).untilAsserted(() -> {
            refused(one);
            refused(two);
        });
        bystander.api().get("/api/me").then().statusCode(200);
    }

    /** Of another name it is another session; who signed in without a name is found by who they are. */
    @Test
    void theProviderEndsASessionWhoseNameItNeverTold() {
        // Given
        var nameless = SignedInBrowser.as(subject);
        Keys.execute("update browser_session set sid = null where tenant_id = '*' and subject = ?", subject);
        var named = SignedInBrowser.as(subject);

        // When
        tell(Provider.sign(Provider.issuer(), "logout+jwt", Provider.logout(subject, "sid-unknown"))).then().statusCode(200);

        // Then
        await().atMost(SOON).untilAsserted(() -> refused(nameless));
        named.api().get("/api/me").then().statusCode(200);
    }

    /** A token may name the session alone. */
    @Test
    void theProviderEndsASessionByItsNameAlone() {
        // Given
        var one = SignedInBrowser.as(subject);
        var two = SignedInBrowser.as(subject);
        var sid = "sid-of-" + subject;
        Keys.execute("""
                update browser_session set sid = ? where tenant_id = '*' and id = (
                    select id from browser_session where subject = ? order by created_at limit 1)""", sid, subject);
        var token = Provider.logout(subject, sid);
        token.remove("sub");
        var ofNobody = Provider.logout(subject, null);
        ofNobody.remove("sub");

        // Then
        tell(Provider.sign(Provider.issuer(), "logout+jwt", ofNobody)).then().statusCode(400);
        tell(Provider.sign(Provider.issuer(), "logout+jwt", token)).then().statusCode(200);
        await().atMost(SOON).untilAsserted(() -> refused(one));
        two.api().get("/api/me").then().statusCode(200);
    }

    /** GitLab CVE-2023-1555: a banned user, and an API that stays open. */
    @Test
    void whoIsSuspendedIsRefusedInEveryWay() throws Exception {
        // Given
        var owner = Keys.create(tenant, "owner");
        var browser = SignedInBrowser.as(subject);
        var user = browser.userId();
        Users.join(tenant, user, "admin");
        await().atMost(SOON).untilAsserted(() -> browser.api().get("/api/events").then().statusCode(200));
        String key = browser.api().body("{\"name\": \"mine\", \"role\": \"viewer\"}").post("/api/keys").then().statusCode(201)
                .extract().path("key");
        var token = Provider.accessToken(subject);
        Keys.with(key).get("/api/events").then().statusCode(200);
        Keys.with(token).get("/api/events").then().statusCode(200);
        var stream = stream(browser);
        var ofKey = OpenStream.withHeader("Authorization", "Bearer " + key);

        // When
        Keys.with(owner).body("{\"suspended\": true}").patch("/api/members/" + user).then().statusCode(200);

        // Then
        await().atMost(SOON).untilAsserted(() -> {
            browser.api().get("/api/events").then().statusCode(403);
            Keys.with(token).get("/api/events").then().statusCode(403);
            Keys.with(key).get("/api/events").then().statusCode(401);
        });
        await().atMost(SOON).until(() -> stream.hasEnded() && ofKey.hasEnded());
    }

    @Test
    void isSuspendedHereWhenAnotherBackendDoesIt() {
        // Given
        var browser = SignedInBrowser.as(subject);
        Users.join(tenant, browser.userId(), "admin");
        await().atMost(SOON).untilAsserted(() -> browser.api().get("/api/events").then().statusCode(200));

        // When
        Keys.execute("""
                with suspended as (update membership set suspended_at = now() where user_id = ?::uuid returning user_id)
                select pg_notify('app_user', user_id::text) from suspended""", browser.userId());

        // Then
        await().atMost(SOON).untilAsserted(() -> browser.api().get("/api/events").then().statusCode(403));
    }

    @Test
    void aMembersSessionsAreEndedByAnAdministrator() {
        var browser = SignedInBrowser.as(subject);
        var user = browser.userId();
        Users.join(tenant, user, "viewer");

        Keys.with(Keys.create(Api.newTenant(), "owner")).delete("/api/members/" + user + "/sessions").then().statusCode(404);
        Keys.with(Keys.create(tenant, "admin")).delete("/api/members/" + user + "/sessions").then().statusCode(204);
        await().atMost(SOON).untilAsserted(() -> refused(browser));
    }

    private static OpenStream stream(SignedInBrowser browser) throws Exception {
        await().atMost(SOON).untilAsserted(() -> browser.api().get("/api/events").then().statusCode(200));
        return OpenStream.withHeader("Cookie", SignedInBrowser.COOKIE + "=" + browser.session());
    }

    private static void refused(SignedInBrowser browser) {
        SignedInBrowser.isRefused(browser.session());
    }

    private static Response tell(String logoutToken) {
        return given().contentType("application/x-www-form-urlencoded").formParam("logout_token", logoutToken)
                .post("/login/back-channel");
    }
}
