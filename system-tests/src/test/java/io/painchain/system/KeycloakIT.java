package io.painchain.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Page;

/**
 * Keycloak itself as the provider, a process of its own. Its distribution has 177 MB, so it is fetched and run only by
 * {@code mvn -Pkeycloak -pl system-tests -am -Dit.test=KeycloakIT -Dfailsafe.failIfNoSpecifiedTests=false -Dtest=NoneTest
 * -Dsurefire.failIfNoSpecifiedTests=false verify}; else this test is skipped.
 */
class KeycloakIT {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration KEYCLOAK = Duration.ofMinutes(3);
    private static final String COOKIE = "painchain-session";

    @TempDir
    private Path folder;

    @Test
    void signsPeopleInAndOut() throws IOException {
        assumeTrue(home() != null, "no Keycloak below target/keycloak: run it with -Pkeycloak");
        assumeTrue(Chromium.find().isPresent(), "no Chromium");
        var port = FreePort.find();
        var issuer = "http://localhost:" + port + "/realms/painchain";
        try (var installation = new Installation().with(Map.of("PAINCHAIN_AUTH", "oidc", "PAINCHAIN_OIDC_ISSUER", issuer,
                "PAINCHAIN_OIDC_CLIENT_ID", "painchain", "PAINCHAIN_OIDC_CLIENT_SECRET", "of-the-test",
                "PAINCHAIN_OIDC_AUDIENCE", "painchain-api", "PAINCHAIN_OIDC_OWNER", "ann@example.com")).startBackend();
                var keycloak = start(port, installation);
                var chromium = Chromium.start()) {
            await("Keycloak").atMost(KEYCLOAK).pollInterval(Duration.ofSeconds(1)).ignoreExceptions()
                    .failFast("Keycloak ended", () -> !keycloak.isAlive())
                    .until(() -> given().get(issuer + "/.well-known/openid-configuration").statusCode() == 200);
            try (var tab = Tab.open(chromium.browser(), installation.uri())
                    .mayLeaveFor(URI.create("http://localhost:" + port))) {
                signIn(tab.go("/"));
                assertThat(tab.page.locator(".pf-v6-c-masthead__logo")).isVisible();
                takesAnAccessToken(installation, issuer);
                signOut(tab, installation);
            }
        }
    }

    private static void signIn(Tab tab) {
        tab.link("Sign in with your organization").click();
        tab.page.locator("#username").fill("ann");
        tab.page.locator("#password").fill("of-ann");
        tab.page.locator("#kc-login").click();
    }

    private static void takesAnAccessToken(Installation installation, String issuer) {
        String token = given().formParams(Map.of("grant_type", "password", "client_id", "painchain", "client_secret",
                "of-the-test", "username", "ann", "password", "of-ann", "scope", "openid"))
                .post(issuer + "/protocol/openid-connect/token").then().statusCode(200).extract().path("access_token");
        installation.api().header("Authorization", "Bearer " + token).get("/api/me").then().statusCode(200).body("role",
                equalTo("owner"), "user.email", equalTo("ann@example.com"));
    }

    /** Keycloak asks once more, then tells the backend by its back channel and sends the browser back. */
    private static void signOut(Tab tab, Installation installation) {
        var cookie = tab.cookie(COOKIE);
        installation.api().cookie(COOKIE, cookie).get("/api/me").then().statusCode(200);
        tab.go("/access");
        tab.button("Sign out").first().click();
        tab.page.locator("#kc-logout").click();
        assertThat(tab.page.getByText("Sign in to PainChain", new Page.GetByTextOptions().setExact(false))).isVisible();
        await().atMost(SOON).untilAsserted(
                () -> installation.api().cookie(COOKIE, cookie).get("/api/me").then().statusCode(401));
    }

    /** In memory: a realm that is there already would not be imported. */
    private PackagedProcess start(int port, Installation installation) throws IOException {
        var imported = Files.createDirectories(home().resolve("data/import"));
        var realm = Files.readString(Path.of("src/test/resources/keycloak/realm.json")).replace("BACKEND",
                installation.uri().toString());
        Files.writeString(imported.resolve("realm.json"), realm);
        return PackagedProcess.start(List.of(home().resolve("bin/kc.sh").toString(), "start-dev", "--import-realm",
                "--db=dev-mem", "--http-host=localhost", "--http-port=" + port),
                Map.of("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m"),
                folder.resolve("keycloak.log"));
    }

    private static Path home() {
        var folder = Path.of("target", "keycloak").toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (var unpacked = Files.list(folder)) {
            return unpacked.filter(one -> Files.exists(one.resolve("bin/kc.sh"))).findFirst().orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
