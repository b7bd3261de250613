package io.painchain.backend.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
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
        await().atMost(SOON).untilAsserted(() -> SignedInBrowser.isRefused(first));
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
    void isInTheAuditLogByItsUser() {
        var browser = SignedInBrowser.as(subject);
        Users.join(tenant, browser.userId(), "admin");
        SignedInBrowser.as(subject);

        browser.api().get("/api/audit?kind=session").then().statusCode(200).body("action", contains("completeSignIn"), "userId",
                contains(browser.userId()), "actor", contains("Ann"));
    }

    private static void failed(Response response) {
        response.then().statusCode(302);
        assertThat(response.header("Location")).endsWith("/?signin=failed");
    }
}
