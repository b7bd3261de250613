package io.painchain.backend.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.access.Keys;
import io.painchain.backend.access.OpenStream;
import io.painchain.backend.access.Users;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(OidcMode.class)
class SignInTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final String tenant = Api.newTenant();
    private final String subject = Provider.newPerson("Ann", "ann@example.com", true);

    @Test
    void theApiAnswersAndNeverRedirects() {
        for (var path : List.of("/api/me", "/api/events", "/api/events/stream", "/api/keys")) {
            given().redirects().follow(false).header("X-Requested-With", "JavaScript").get(path).then()
                    .statusCode(401).contentType("application/problem+json");
            given().redirects().follow(false).cookie(SignedInBrowser.COOKIE, "x".repeat(43)).get(path).then().statusCode(401)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void keepsOnlyRandomBitsInTheBrowser() {
        // When
        var browser = SignedInBrowser.as(subject);

        // Then
        browser.last().then().statusCode(302).header("Location", SignedInBrowser.home() + "/");
        assertThat(browser.last().getHeaders().getValues("Set-Cookie")).anyMatch(cookie -> cookie
                .matches("painchain-session=[0-9A-Za-z_-]{43};.*") && cookie.toLowerCase().contains("httponly")
                && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"));
        assertThat(browser.cookies).containsOnlyKeys(SignedInBrowser.COOKIE);
        browser.api().get("/api/me").then().statusCode(200).body("name", equalTo("Ann"), "mode", equalTo("keys,oidc"), "role",
                equalTo("guest"), "rights", empty(), "tenantId", nullValue(), "user.email", equalTo("ann@example.com"),
                "user.tenants", empty());
    }

    @Test
    void makesANewSessionEachTime() {
        // Given
        var browser = SignedInBrowser.as(subject);
        var first = browser.session();

        // When
        browser.finish(browser.begin(subject));

        // Then
        assertThat(browser.session()).isNotEqualTo(first);
        await().atMost(SOON).untilAsserted(() -> refused(with(first)));
    }

    @Test
    void aMemberDoesWhatTheRoleMayAndNothingElsewhere() {
        // Given
        var browser = SignedInBrowser.as(subject);
        var other = Api.newTenant();
        Users.join(tenant, browser.userId(), "member");
        Users.join(other, browser.userId(), "viewer");
        var view = "{\"name\": \"a\", \"query\": \"\"}";

        // Then
        await().atMost(SOON).untilAsserted(() -> browser.api().get("/api/me").then().body("tenantId", equalTo(tenant), "role",
                equalTo("member"), "user.tenants.tenantId", contains(tenant, other)));
        browser.api().body(view).post("/api/views").then().statusCode(201);
        browser.api().get("/api/keys").then().statusCode(403);
        browser.api().header("x-tenant-id", other).get("/api/me").then().body("tenantId", equalTo(other), "role",
                equalTo("viewer"));
        browser.api().header("x-tenant-id", other).get("/api/views").then().statusCode(200).body("$", empty());
        browser.api().header("x-tenant-id", other).body(view).post("/api/views").then().statusCode(403);
        browser.api().header("x-tenant-id", Api.newTenant()).get("/api/views").then().statusCode(403);
        given().cookies(browser.cookies).contentType(ContentType.JSON).body(view).post("/api/views").then().statusCode(403);
    }

    @Test
    void whoIsNoMemberSeesNothing() {
        var browser = SignedInBrowser.as(subject);

        for (var path : List.of("/api/events", "/api/timeline", "/api/views", "/api/members", "/api/audit")) {
            browser.api().get(path).then().statusCode(403);
        }
    }

    @Test
    void theFirstOwnerIsWhomTheSettingNames() {
        var first = SignedInBrowser.as(Provider.newPerson("First", "First@example.com", true));
        var second = SignedInBrowser.as(Provider.newPerson("Second", "first@example.com", true));
        var unverified = SignedInBrowser.as(Provider.newPerson("Third", "first@example.com", false));

        first.api().get("/api/me").then().body("tenantId", equalTo(Provider.FIRST_TENANT), "role", equalTo("owner"));
        second.api().get("/api/me").then().body("role", equalTo("guest"));
        unverified.api().get("/api/me").then().body("role", equalTo("guest"), "user.email", nullValue());
    }

    /** Code and state of another browser, of an earlier sign-in, or made up. */
    @Test
    void onlyTheBrowserThatAskedIsSignedIn() {
        var callback = new SignedInBrowser().begin(subject);
        var other = new SignedInBrowser();
        failed(other.finish(callback));
        other.begin(subject);
        failed(other.finish(callback));

        var browser = new SignedInBrowser();
        var own = browser.begin(subject);
        failed(browser.finish(own.replaceFirst("code=[^&]+", "code=made-up")));
        failed(browser.finish(own));
        assertThat(browser.cookies).doesNotContainKey(SignedInBrowser.COOKIE);
    }

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
        await().atMost(SOON).untilAsserted(() -> refused(with(session)));
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
        await().atMost(SOON).untilAsserted(() -> refused(with(browser.session())));
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
        await().atMost(SOON).untilAsserted(() -> refused(with(there.session())));
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
            refused(with(one.session()));
            refused(with(two.session()));
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
        await().atMost(SOON).untilAsserted(() -> refused(with(nameless.session())));
        named.api().get("/api/me").then().statusCode(200);
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
        await().atMost(SOON).untilAsserted(() -> refused(with(browser.session())));
    }

    @Test
    void isInTheAuditLogByItsUser() {
        var browser = SignedInBrowser.as(subject);
        Users.join(tenant, browser.userId(), "admin");
        SignedInBrowser.as(subject);

        browser.api().get("/api/audit?kind=session").then().statusCode(200).body("action", contains("completeSignIn"), "userId",
                contains(browser.userId()), "actor", contains("Ann"));
    }

    private static OpenStream stream(SignedInBrowser browser) throws Exception {
        await().atMost(SOON).untilAsserted(() -> browser.api().get("/api/events").then().statusCode(200));
        return OpenStream.withHeader("Cookie", SignedInBrowser.COOKIE + "=" + browser.session());
    }

    private static Response with(String session) {
        return given().cookies(Map.of(SignedInBrowser.COOKIE, session)).get("/api/me");
    }

    private static void refused(Response response) {
        response.then().statusCode(401).contentType("application/problem+json");
        assertThat(response.getHeaders().getValues("Set-Cookie")).anyMatch(cookie -> cookie.contains("Max-Age=0"));
    }

    private static void failed(Response response) {
        response.then().statusCode(302);
        assertThat(response.header("Location")).endsWith("/?signin=failed");
    }

    private static Response tell(String logoutToken) {
        return given().contentType("application/x-www-form-urlencoded").formParam("logout_token", logoutToken)
                .post("/login/back-channel");
    }
}
