package io.painchain.backend.connect;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.connect.PlayedProvider.ACCESS;
import static io.painchain.backend.connect.PlayedProvider.BROWSER;
import static io.painchain.backend.connect.PlayedProvider.REFRESH;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.database.Statements;
import io.quarkus.test.junit.QuarkusTest;

/** Connecting by agreeing at a provider, whose connector is played. */
@QuarkusTest
class ConnectFlowTest {

    private static final String CODE = """
            {"ok": true, "output": {"step": {"kind": "code", "url": "https://provider.example.com/device",
             "userCode": "WDJB-0001", "intervalSeconds": %d, "expiresInSeconds": 900}, "kept": {"deviceCode": "d"}}}""";
    private static final String FORM = """
            {"ok": true, "output": {"step": {"kind": "form", "url": "https://provider.example.com/new?state=s",
             "fields": {"manifest": "{\\"name\\": \\"<b>&\\"}"}}}}""";
    private static final String REFUSED = "{\"ok\": false, \"error\": \"It is not yours\", \"status\": 400}";

    @Inject
    Statements statements;

    private final String tenant = Api.newTenant();
    private PlayedProvider provider;

    @BeforeEach
    void aProvider() {
        provider = new PlayedProvider();
    }

    private List<String> refusals() {
        return as(tenant).get("/api/audit?kind=connection").then().statusCode(200).extract().jsonPath()
                .getList("after.refused");
    }

    private void noIntegration() {
        as(tenant).get("/api/integrations").then().body("", hasSize(0));
    }

    @Test
    void makesAnIntegrationOfWhatWasGranted() throws Exception {
        // Given
        var begun = provider.begin(as(tenant));

        // When
        var exchange = provider.agreed(tenant, begun.state());

        // Then
        var first = PlayedProvider.handshake(begun.exchange());
        var input = PlayedProvider.input(exchange);
        var verifier = (String) PlayedProvider.handshake(exchange).get("codeVerifier");
        assertThat(first.get("codeChallenge")).isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII))));
        assertThat(first.get("redirectUrl").toString())
                .endsWith("/a/%s/integrations/%s/callback/".formatted(tenant, provider.type()));
        assertThat(input).containsEntry("action", "proceed");
        assertThat(input.toString()).contains("keptSecret", "c0de");
        String id = exchange.response().statusCode(200).body("state", equalTo("connected")).extract().path("integrationId");
        as(tenant).get("/api/integrations/" + id).then().body("name", equalTo("Played (acme)"), "config.token",
                not(equalTo(ACCESS)));
        as(tenant).get("/api/integrations/" + id + "/credential").then().statusCode(200).body("account", equalTo("acme"),
                "scopes", equalTo(List.of("read")), "tokenExpiresAt", equalTo("2099-01-01T00:00:00Z"), "refreshed",
                equalTo(true));
        Api.asConnector().get("/api/integrations/" + id).then().body("config.token", equalTo(ACCESS));
        as(tenant).get("/a/%s/integrations/".formatted(tenant)).then().statusCode(200).body("[0].connected", equalTo(true),
                "[0].organization_slug", equalTo("acme"), "[0].organization_id", equalTo("42"), "[0].sync_status",
                equalTo("pending"));
        assertThat(as(tenant).get("/api/audit").then().extract().jsonPath().getList("kind")).contains("connection",
                "integration");
    }

    @Test
    void nothingGrantedIsStoredInClear() {
        // Given
        var begun = provider.begin(as(tenant));
        provider.agreed(tenant, begun.state());

        // Then
        for (var secret : List.of(ACCESS, REFRESH, "planted-client", "kept-0123456789", begun.state())) {
            for (var table : List.of("task", "integration", "integration_credential", "connect_flow", "audit_entry")) {
                assertThat(statements.query("select count(*) as found from %s t where position(? in t::text) > 0"
                        .formatted(table), List.of(secret), row -> row.number("found"))).as("%s in %s", secret, table)
                        .containsExactly(0L);
            }
        }
    }

    @Test
    void refusesAForgedState() {
        provider.begin(as(tenant));

        provider.answer(tenant, "f".repeat(43)).then().statusCode(400).body("detail", startsWith("Nothing was begun here"),
                "why", equalTo("unknown"));
        provider.answer(tenant, "short").then().statusCode(400).body("why", equalTo("unknown"));

        assertThat(refusals()).containsExactly("unknown", "unknown");
        noIntegration();
    }

    @Test
    void refusesAReplayedState() {
        // Given
        var begun = provider.begin(as(tenant));
        provider.agreed(tenant, begun.state());

        // When
        provider.answer(tenant, begun.state()).then().statusCode(400).body("why", equalTo("used"));

        // Then
        assertThat(refusals()).contains("used");
        as(tenant).get("/api/integrations").then().body("", hasSize(1));
    }

    @Test
    void refusesAnExpiredState() {
        // Given
        var begun = provider.begin(as(tenant));
        statements.update("update connect_flow set expires_at = now() - interval '1 second' where tenant_id = ?",
                List.of(tenant));

        // When
        provider.answer(tenant, begun.state()).then().statusCode(400).body("why", equalTo("expired"));

        // Then
        assertThat(refusals()).containsExactly("expired");
        noIntegration();
    }

    @Test
    void livesForTenMinutes() {
        provider.begin(as(tenant));

        assertThat(statements.query("""
                select cast(extract(epoch from expires_at - created_at) as int) as life from connect_flow
                where tenant_id = ?""", List.of(tenant), row -> row.number("life"))).containsExactly(600L);
    }

    @Test
    void refusesTheStateOfAnotherTenant() {
        var begun = provider.begin(as(Api.newTenant()));

        provider.answer(tenant, begun.state()).then().statusCode(400).body("why", equalTo("unknown"));

        assertThat(refusals()).containsExactly("unknown");
    }

    @Test
    void refusesAForeignInstallationAsTheConnectorSays() {
        // Given
        var begun = provider.begin(as(tenant));

        // When
        var exchange = provider.connector.answers(provider.comesBack(given(), tenant, begun.state()), REFUSED);

        // Then
        exchange.response().statusCode(400).body("detail", equalTo("It is not yours"), "flow", equalTo(begun.flow()));
        as(tenant).get("/api/integrations/connect/" + begun.flow()).then().body("state", equalTo("refused"), "error",
                equalTo("It is not yours"), "url", nullValue());
        assertThat(refusals()).containsExactly("It is not yours");
        noIntegration();
    }

    @Test
    void anInstallationIsOfOneTenant() {
        // Given
        var first = provider.begin(as(Api.newTenant()));
        var other = PlayedProvider.handshake(first.exchange()).get("redirectUrl").toString().replaceAll(".*/a/([^/]+)/.*",
                "$1");
        provider.agreed(other, first.state()).response().statusCode(200);

        // When
        var again = provider.agreed(tenant, provider.begin(as(tenant)).state());

        // Then
        again.response().statusCode(400).body("detail", startsWith("Another tenant"));
        noIntegration();
    }

    @Test
    void connectingAgainRenewsTheIntegration() {
        // Given
        String id = provider.agreed(tenant, provider.begin(as(tenant)).state()).response().extract().path("integrationId");

        // When
        provider.agreed(tenant, provider.begin(as(tenant)).state()).response().statusCode(200)
                .body("integrationId", equalTo(id));

        // Then
        as(tenant).get("/api/integrations").then().body("", hasSize(1));
    }

    @Test
    void aBrowserIsSentToThePageThatSaysHowItWent() {
        var begun = provider.begin(as(tenant));
        var page = "/integrations/connect/";

        provider.comesBack(given().accept(BROWSER), tenant, "f".repeat(43)).get().then().statusCode(303).header("Location",
                endsWith(page + "none?tenant=" + tenant + "&why=unknown"));
        provider.connector.answers(provider.comesBack(given().accept(BROWSER), tenant, begun.state()), REFUSED).response()
                .statusCode(303).header("Location", endsWith(page + begun.flow() + "?tenant=" + tenant));
    }

    @Test
    void asksWhetherACodeWasEnteredNoMoreOftenThanTheProviderAllows() {
        // Given
        var begun = provider.begin(as(tenant), "code", CODE.formatted(5));
        var poll = "/api/integrations/connect/" + begun.flow() + "/poll";
        begun.exchange().response().body("userCode", equalTo("WDJB-0001"), "leaves", equalTo(false), "intervalSeconds",
                equalTo(5), "url", equalTo("https://provider.example.com/device"));

        // When: too early, nobody is asked
        as(tenant).post(poll).then().statusCode(200).body("state", equalTo("waiting"));
        due();
        provider.connector.answers(() -> as(tenant).post(poll), CODE.formatted(10)).response().statusCode(200)
                .body("state", equalTo("waiting"), "intervalSeconds", equalTo(10));
        due();
        var exchange = provider.connector.answers(() -> as(tenant).post(poll),
                PlayedProvider.granted("user 1", "2099-01-01T00:00:00Z"));

        // Then
        exchange.response().statusCode(200).body("state", equalTo("connected"));
        assertThat(PlayedProvider.input(exchange).toString()).contains("deviceCode=d");
    }

    private void due() {
        statements.update("update connect_flow set ask_at = now() - interval '1 second' where tenant_id = ?", List.of(tenant));
    }

    @Test
    void oneFormMaySendToItsProviderAndNoOtherPageMay() {
        var begun = provider.begin(as(tenant), "form", FORM);
        String url = begun.exchange().response().body("leaves", equalTo(true)).extract().path("url");

        given().accept(BROWSER).get(url).then().statusCode(200)
                .header("Content-Security-Policy", matchesPattern(
                        "default-src 'none'; script-src 'sha256-[^']+'; base-uri 'none'; frame-ancestors 'none'; "
                                + "form-action https://provider\\.example\\.com"))
                .body(containsString("action=\"https://provider.example.com/new?state=s\""),
                        containsString("&quot;&lt;b&gt;&amp;&quot;"), not(containsString("<b>")));
        given().accept(BROWSER).get("/").then().header("Content-Security-Policy", containsString("form-action 'none'"));
        given().accept(BROWSER).get(url.replace(tenant, Api.newTenant())).then().statusCode(404);
    }

    @Test
    void disconnectsAtTheProviderFirst() {
        // Given
        String id = provider.agreed(tenant, provider.begin(as(tenant)).state()).response().extract().path("integrationId");
        var path = "/a/%s/integrations/%s/disconnect/".formatted(tenant, provider.type());

        // When: the provider cannot be asked
        provider.connector.answers(() -> given().delete(path), "{\"ok\": false, \"error\": \"It is away\"}").response()
                .statusCode(502);
        as(tenant).get("/api/integrations/" + id).then().statusCode(200);

        // When
        var exchange = provider.connector.answers(() -> given().delete(path),
                "{\"ok\": true, \"output\": {\"note\": \"Revoked.\"}}");

        // Then
        exchange.response().statusCode(200).body("message", equalTo("Revoked."));
        assertThat(PlayedProvider.input(exchange)).containsEntry("action", "revoke");
        assertThat(PlayedProvider.input(exchange).toString()).contains(ACCESS, "planted-client");
        as(tenant).get("/api/integrations/" + id).then().statusCode(404);
        assertThat(statements.query("select 1 from integration_credential where tenant_id = ?", List.of(tenant), row -> 1))
                .isEmpty();
        assertThat(as(tenant).get("/api/audit?limit=1").then().extract().jsonPath().getList("action"))
                .containsExactly("disconnectTeam");
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        var start = "/api/integrations/connect";
        as(tenant).body("{\"type\": \"%s\", \"way\": \"no\"}".formatted(provider.type())).post(start).then().statusCode(400)
                .body("detail", containsString("/way: must be one of page, form, code"));
        as(tenant).body("{\"type\": \"%s\", \"inputs\": {\"x\": \"y\"}}".formatted(provider.type())).post(start).then()
                .statusCode(400).body("detail", containsString("/inputs/x"));
        as(tenant).header("x-tenant-id", Api.newTenant()).get("/a/%s/integrations/".formatted(tenant)).then().statusCode(400);
        as(tenant).get("/api/integrations/connect/" + "018f0000-0000-7000-8000-000000000000").then().statusCode(404);
    }
}
