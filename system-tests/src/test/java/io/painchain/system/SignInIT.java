package io.painchain.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.painchain.simulator.oidc.OidcPerson;
import io.painchain.simulator.oidc.OidcSimulator;
import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** People sign in with their browsers at a provider, and two backends over one database agree on it. */
class SignInIT {

    private static final Duration SOON = Duration.ofSeconds(2);
    /** So that the whole of a page is in its picture. */
    private static final int TALL = 1_800;
    private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final String COOKIE = "painchain-session";
    private static final String OVER_THE_EDGE = """
            [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > window.innerWidth)
                .map(one => `${one.tagName}.${one.className} ${Math.round(one.getBoundingClientRect().right)}`)""";

    @TempDir
    private Path folder;

    @Test
    void anOwnerInvitesSomebodyAndBothBackendsHearOfTheEnd() throws IOException, SQLException {
        assumeTrue(Chromium.find().isPresent(), "no Chromium");
        try (var provider = OidcSimulator.start(Clock.systemUTC());
                var database = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("database")).start();
                var one = backend(database, provider).startBackend();
                var two = backend(database, provider).startBackend();
                var chromium = Chromium.start()) {
            provider.add(new OidcPerson("1", "Ann", "ann@example.com", true));
            provider.add(new OidcPerson("2", "Bob", "bob@example.com", true));
            try (var ann = open(chromium, one, provider); var bob = open(chromium, one, provider)) {
                show(ann.go("/"), "sign-in");
                signIn(ann, "Ann");
                joins(bob, invite(ann, "bob@example.com"), one);
                me(two, bob).then().statusCode(200).body("role", equalTo("viewer"), "name", equalTo("Bob"));
                keysArePictured(ann);
                choosesAmongTenants(ann, database);
                everyCurlExampleOfTheReadmeWorks(one, provider);
                suspends(ann, bob, two);
                signOut(ann, two);
                isToldThatTheProviderIsAway(ann, two, provider);
                // What runs by itself goes on when it fails, and says so to whoever looks for it.
                Assertions.assertThat(List.of(one.backend().log(), two.backend().log()))
                        .allSatisfy(log -> Assertions.assertThat(log).contains(" DEBUG [")
                                .doesNotContain("outside of a scope", "cannot become one of"));
            }
        }
    }

    private static void joins(Tab bob, String link, Installation backend) throws IOException {
        bob.go(link.substring(backend.uri().toString().length()));
        signIn(bob, "Bob");
        assertThat(bob.heading("You are invited to PainChain")).isVisible();
        show(bob, "invitation");
        bob.button("Join").click();
        assertThat(bob.page.locator(".pf-v6-c-masthead__logo")).isVisible();
    }

    private static void keysArePictured(Tab ann) throws IOException {
        ann.button("Make a key").click();
        ann.dialog().locator("#key-name").fill("build server");
        show(ann, "key");
        ann.dialog().locator("button[type=submit]").click();
        assertThat(ann.button("Done")).isVisible();
        show(ann, "key-shown-once");
        ann.button("Done").click();
        assertThat(ann.button("Revoke build server")).isVisible();
    }

    /** Who belongs to several tenants sees one at a time. */
    private static void choosesAmongTenants(Tab ann, EmbeddedPostgres database) throws IOException, SQLException {
        try (var connection = database.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("""
                    insert into membership (tenant_id, user_id, role, created_at, created_by)
                    select 'acme', id, 'admin', now(), 'test' from app_user where name = 'Ann'""");
            statement.execute("select pg_notify('app_user', id::text) from app_user where name = 'Ann'");
        }
        var choice = ann.page.getByLabel("Tenant").first();
        await().atMost(SOON).untilAsserted(() -> {
            ann.go("/access");
            assertThat(choice).isVisible();
        });
        choice.selectOption("acme");
        ann.page.waitForURL(Pattern.compile(".*tenant=acme.*"));
        assertThat(ann.page.locator(".pf-v6-c-masthead__logo")).isVisible();
        show(ann, "another-tenant");
        ann.go("/access?tenant=acme");
        assertThat(ann.page.getByText("bob@example.com")).hasCount(0);
    }

    /** As a program of Ann's. */
    private void everyCurlExampleOfTheReadmeWorks(Installation backend, OidcSimulator provider) throws IOException {
        var readme = Files.readString(Path.of("..", "README.md"));
        int begin = readme.indexOf("\n### Sign-in\n");
        var section = readme.substring(begin, readme.indexOf("\n##", begin + 1));
        var script = SHELL_BLOCK.matcher(section).results().map(match -> match.group(1))
                .filter(block -> block.contains("curl ")).findFirst().orElseThrow();
        try (var shell = PackagedProcess.start(
                List.of("sh", "-ec", script.replace("localhost:8000", "localhost:" + backend.port())
                        .replaceAll("(?m)^curl ", "curl -sS --fail-with-body ")),
                Map.of("ACCESS_TOKEN", accessToken(provider)),
                folder.resolve("shell.log"))) {
            Assertions.assertThat(shell.exitCode()).as(shell::log).isZero();
            Assertions.assertThat(shell.log()).contains("\"name\":\"Ann\"", "\"email\":\"new@example.com\"");
        }
    }

    private static String accessToken(OidcSimulator provider) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        return given().contentType("application/json").body(Map.of("iss", provider.issuer(), "sub", "1", "aud",
                OidcSimulator.AUDIENCE, "iat", now, "exp", now + 300, "jti", "1"))
                .post(provider.issuer() + "/sign?typ=at%2Bjwt")
                .then().statusCode(200).extract().asString();
    }

    private static void suspends(Tab ann, Tab bob, Installation other) throws IOException {
        ann.go("/access");
        assertThat(ann.page.getByText("bob@example.com").first()).isVisible();
        show(ann, "access");
        ann.button("Suspend Bob").click();
        await().atMost(SOON).untilAsserted(() -> other.api().cookie(COOKIE, bob.cookie(COOKIE)).get("/api/events").then()
                .statusCode(403));
        bob.go("/");
        assertThat(bob.heading("You belong to no tenant yet")).isVisible();
        show(bob, "guest");
    }

    /** What a picture cannot show: nobody is signed in any more, on either backend. */
    private static void signOut(Tab ann, Installation other) {
        var before = ann.cookie(COOKIE);
        me(other, before).then().statusCode(200);
        ann.button("Sign out").first().click();
        assertThat(ann.heading("Sign in to PainChain")).isVisible();
        await().atMost(SOON).untilAsserted(() -> me(other, before).then().statusCode(401));
    }

    /** That is neither the token's fault nor that of who signs in. */
    private static void isToldThatTheProviderIsAway(Tab ann, Installation backend, OidcSimulator provider) {
        provider.close();
        backend.api().header("Authorization", "Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2ln").get("/api/me").then().statusCode(503)
                .header("Retry-After", notNullValue()).contentType("application/problem+json")
                .body("detail", containsString("provider cannot be reached"));
        backend.api().redirects().follow(false).get("/login").then().statusCode(302).header("Location",
                endsWith("/?signin=unreachable"));
        ann.go("/?signin=unreachable");
        assertThat(ann.page.getByText("The provider cannot be reached")).isVisible();
    }

    private Installation backend(EmbeddedPostgres database, OidcSimulator provider) {
        return new Installation().with(Map.ofEntries(
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres"),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", "postgres"), Map.entry("QUARKUS_DATASOURCE_PASSWORD", "postgres"),
                Map.entry("PAINCHAIN_DATABASE_ALLOWED_USER", "postgres"),
                Map.entry("PAINCHAIN_DATA", folder.resolve("data").toString()), Map.entry("PAINCHAIN_AUTH", "keys,oidc"),
                Map.entry("PAINCHAIN_OIDC_ISSUER", provider.issuer()), Map.entry("PAINCHAIN_OIDC_CLIENT_ID", "painchain"),
                Map.entry("PAINCHAIN_OIDC_CLIENT_SECRET", "not-so-secret"),
                Map.entry("QUARKUS_CONFIG_LOCATIONS", talkative().toString()),
                Map.entry("PAINCHAIN_OIDC_AUDIENCE", OidcSimulator.AUDIENCE),
                Map.entry("PAINCHAIN_OIDC_OWNER", "ann@example.com")));
    }

    /** Names of categories have dots, which those of variables cannot have. */
    private Path talkative() {
        try {
            return Files.writeString(folder.resolve("talkative.properties"), """
                    quarkus.log.category."io.painchain".level=DEBUG
                    quarkus.log.category."io.quarkus.oidc".level=DEBUG
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tab open(Chromium chromium, Installation installation, OidcSimulator provider) {
        return Tab.open(chromium.browser(), installation.uri()).mayLeaveFor(URI.create(provider.issuer()));
    }

    private static void signIn(Tab tab, String name) {
        tab.link("Sign in with your organization").click();
        tab.link(name).click();
        tab.page.waitForURL(Pattern.compile("http://127\\.0\\.0\\.1:.*"));
    }

    private static String invite(Tab tab, String email) {
        assertThat(tab.page.locator(".pf-v6-c-masthead__logo")).isVisible();
        tab.go("/access");
        tab.button("Invite").click();
        tab.dialog().locator("#invite-email").fill(email);
        tab.dialog().locator("button[type=submit]").click();
        var link = tab.dialog().locator(".pc-key input").inputValue();
        tab.button("Done").click();
        return link;
    }

    /** In each look: without a barrier, without a scrollbar from left to right, as a picture in {@code target/pictures}. */
    private static void show(Tab tab, String name) throws IOException {
        tab.page.waitForLoadState();
        var pictures = Files.createDirectories(Path.of("target", "pictures"));
        for (var look : Look.values()) {
            tab.setLook(look);
            tab.page.setViewportSize(look.width, TALL);
            // Colours fade into one another; what is between two looks is none.
            tab.page.evaluate("Promise.all(document.getAnimations().map(one => one.finished.catch(() => null)))");
            tab.hasNoBarrier();
            Assertions
                    .assertThat((Boolean) tab.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits into its width, without %s", look.fileName(name), tab.page.evaluate(OVER_THE_EDGE)).isTrue();
            tab.picture(pictures.resolve(look.fileName(name)));
        }
        tab.setLook(Look.WIDE_LIGHT);
    }

    private static Response me(Installation backend, Tab tab) {
        return me(backend, tab.cookie(COOKIE));
    }

    private static Response me(Installation backend, String cookie) {
        return backend.api().cookie(COOKIE, cookie).get("/api/me");
    }
}
