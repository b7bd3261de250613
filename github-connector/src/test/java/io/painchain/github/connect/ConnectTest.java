package io.painchain.github.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.connector.rig.SettableClock;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.github.api.ApiUrl;
import io.painchain.github.config.OwnApps;
import io.painchain.github.rig.Asked;
import io.painchain.github.taskhandler.Connections;
import io.painchain.model.connect.ConnectGrant;
import io.painchain.model.connect.ConnectInput;
import io.painchain.model.connect.ConnectInput.Action;
import io.painchain.model.connect.ConnectInput.Handshake;
import io.painchain.model.connect.ConnectOutput;
import io.painchain.model.connect.ConnectOutput.Connected;
import io.painchain.model.connect.ConnectWay;
import io.painchain.model.task.TaskKind;
import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.api.auth.Installation;
import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.connect.Client;
import io.painchain.simulator.http.Query;
import io.painchain.simulator.limit.LimitSettings;

/** All ways to connect, with a browser that does what pages ask for. */
class ConnectTest {

    private static final String CALLBACK = "https://painchain.example.com/a/acme/integrations/github/callback/";
    private static final String HOOK = "https://painchain.example.com/api/v1/webhooks/github";
    private static final String VERIFIER = "v".repeat(43);
    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final GitHubSimulator gitHub = GitHubSimulator
            .start(SimulatorConfig.of(clock).limits(LimitSettings.likeGitHub().countedOnly()));
    private final HttpClient browser = HttpClient.newHttpClient();
    private final Map<String, Object> integration = new HashMap<>();
    private ConnectHandler handler = handler(OwnApps.NONE);

    @AfterEach
    void stop() {
        gitHub.close();
    }

    private ConnectHandler handler(OwnApps own) {
        Connections connections = Asked.connections(clock, Duration.ofSeconds(30));
        return new ConnectHandler(connections, new HttpTransport(Duration.ofSeconds(30), HttpTransport.ANSWER_LIMIT), clock,
                ApiUrl.parse(gitHub.enterpriseUri().toString()), own);
    }

    private ConnectOutput ask(ConnectInput input) {
        return handler.handle(Asked.task(TaskKind.connect, integration.isEmpty() ? null : integration,
                ContractJson.map(input)), Asked.unheard());
    }

    private ConnectOutput begin(String way, Map<String, String> inputs) {
        return ask(new ConnectInput(Action.begin, way, inputs, null, handshake("state-1", null), null, null));
    }

    private ConnectOutput proceed(String way, Map<String, String> inputs, ConnectOutput before, Map<String, String> answer) {
        return ask(new ConnectInput(Action.proceed, way, inputs, before.kept(), handshake("state-2", VERIFIER), answer, null));
    }

    private static Handshake handshake(String state, String verifier) {
        try {
            String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
            return new Handshake(state, challenge, verifier, CALLBACK, HOOK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the page, presses its button, and so on until GitHub sends it back to us; what it is sent back with. */
    private Map<String, String> agrees(ConnectOutput output) throws IOException, InterruptedException {
        HttpResponse<String> page = output.step().fields() == null ? get(output.step().url())
                : post(output.step().url(), output.step().fields());
        for (int click = 0; click < 3 && page.statusCode() == 200; click++) {
            page = press(page);
        }
        String back = page.headers().firstValue("Location").orElseThrow(() -> new AssertionError("nothing leads back"));
        assertThat(back).startsWith(CALLBACK + "?");
        return Query.parse(URI.create(back).getRawQuery()).parameters();
    }

    private HttpResponse<String> press(HttpResponse<String> page) throws IOException, InterruptedException {
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(page.body());
        while (field.find()) {
            fields.put(field.group(1), field.group(2).replace("&quot;", "\"").replace("&amp;", "&"));
        }
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        return post(gitHub.uri() + form.group(1), fields);
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/html").build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String url, Map<String, String> fields) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/html")
                .POST(BodyPublishers.ofString(Server.form(fields))).build(), BodyHandlers.ofString());
    }

    /** The configuration reads GitHub. */
    private Connected works(ConnectOutput output) {
        Connected connected = output.connected();
        integration.putAll(connected.config());
        integration.put("apiUrl", gitHub.enterpriseUri().toString());
        assertThat(Asked.connections(clock, Duration.ofSeconds(10))
                .config(Asked.task(TaskKind.test, integration, Map.of()), null).credentials()).isNotNull();
        return connected;
    }

    @Test
    void declaresTheWaysThatItKnows() {
        List<ConnectWay> ways = ConnectorMetadata.load("github").connect();

        assertThat(ways).extracting(ConnectWay::id).containsExactly("manifest", "app", "oauth", "device");
        assertThat(ways).filteredOn(way -> way.id().equals("oauth")).flatExtracting(ConnectWay::scopes)
                .containsExactly(OAuthWay.SCOPES.split(" "));
    }

    @Test
    void makesAnAppOfAManifestAndConnectsWhereItIsInstalled() throws Exception {
        // Given
        ConnectOutput first = begin("manifest", Map.of("organization", "acme"));
        var manifest = new ObjectMapper().readTree(first.step().fields().get("manifest"));
        assertThat(first.step().url()).isEqualTo(gitHub.uri() + "/organizations/acme/settings/apps/new?state=state-1");
        assertThat(manifest.at("/hook_attributes/active").asBoolean()).isTrue();
        assertThat(manifest.at("/public").asBoolean(true)).isFalse();
        assertThat(manifest.path("default_permissions")).allSatisfy(level -> assertThat(level.asText()).isEqualTo("read"));

        // When
        Map<String, String> code = agrees(first);
        assertThat(code).containsEntry("state", "state-1");
        ConnectOutput second = proceed("manifest", Map.of(), first, code);
        assertThat(second.step().url()).matches(gitHub.uri() + "/github-apps/[a-z0-9-]+/installations/new\\?state=state-2");
        Map<String, String> installed = agrees(second);
        Connected connected = works(proceed("manifest", Map.of(), second, installed));

        // Then
        assertThat(connected.config()).containsKeys("appId", "privateKey", "webhookSecret").containsEntry("installationId",
                installed.get("installation_id"));
        assertThat(connected.exclusive()).isTrue();
        assertThat(connected.name()).isEqualTo("GitHub (acme)");
        assertThat(connected.grant().account()).isEqualTo("acme");
        assertThat(gitHub.tokens().all()).as("the user's token is forgotten")
                .noneMatch(grant -> grant.token().startsWith("ghu_"));

        // When: the same code again
        assertThatThrownBy(() -> proceed("manifest", Map.of(), first, code)).isInstanceOf(TaskFailedException.class);

        // When: disconnected
        ask(new ConnectInput(Action.revoke, "manifest", Map.of(), null, null, null, connected.grant()));
        assertThat(gitHub.apps().installation(Long.parseLong(installed.get("installation_id")))).isEmpty();
    }

    @Test
    void asksForNoWebhooksWhereGitHubCannotReachThem() {
        assertThat(ManifestWay.isPublic("https://painchain.example.com/a/")).isTrue();
        for (String url : List.of("http://painchain.example.com/a/", "https://localhost/a/", "https://10.0.0.1/a/",
                "https://192.168.1.4:8443/a/", "https://intranet/a/", "https://[::1]/a/")) {
            assertThat(ManifestWay.isPublic(url)).as(url).isFalse();
        }
    }

    @Test
    void takesNoInstallationThatIsNotShownToTheUser() throws Exception {
        // Given
        ConnectOutput first = begin("manifest", Map.of());
        ConnectOutput second = proceed("manifest", Map.of(), first, agrees(first));
        Map<String, String> answer = new HashMap<>(agrees(second));
        var app = gitHub.apps().find(Long.parseLong(second.kept().get("appId"))).orElseThrow();
        gitHub.apps().install(Installation.of(4711, app, "globex", Permission.values()));
        gitHub.connecting().belongs("octo-admin", "acme");

        // When
        answer.put("installation_id", "4711");

        // Then
        assertThatThrownBy(() -> proceed("manifest", Map.of(), second, answer)).isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("does not show this installation");
    }

    @Test
    void connectsAnAppThatExistsAndLeadsToItsInstallation() throws Exception {
        // Given: an App, installed nowhere
        ConnectOutput made = begin("manifest", Map.of());
        Map<String, String> app = proceed("manifest", Map.of(), made, agrees(made)).kept();
        Map<String, String> inputs = Map.of("appId", app.get("appId"), "clientId", app.get("clientId"), "clientSecret",
                app.get("clientSecret"), "privateKey", app.get("privateKey"));

        // When
        ConnectOutput first = begin("app", inputs);
        assertThat(first.step().url()).startsWith(gitHub.uri() + "/login/oauth/authorize?client_id=" + app.get("clientId"))
                .contains("code_challenge_method=S256", "state=state-1");
        ConnectOutput second = proceed("app", inputs, first, agrees(first));
        Connected connected = works(proceed("app", inputs, second, agrees(second)));

        // Then
        assertThat(connected.grant().account()).isEqualTo("acme");
        assertThat(works(proceed("app", inputs, first, agrees(begin("app", inputs)))).config()).as("installed by now")
                .isEqualTo(connected.config());
    }

    @Test
    void saysWhichOrganizationsAnAppIsInstalledIn() throws Exception {
        // Given
        ConnectOutput made = begin("manifest", Map.of());
        Map<String, String> app = proceed("manifest", Map.of(), made, agrees(made)).kept();
        var known = gitHub.apps().find(Long.parseLong(app.get("appId"))).orElseThrow();
        gitHub.apps().install(Installation.of(1, known, "acme", Permission.CONTENTS));
        gitHub.apps().install(Installation.of(2, known, "globex", Permission.CONTENTS));
        Map<String, String> inputs = new HashMap<>(Map.of("appId", app.get("appId"), "clientId", app.get("clientId"),
                "clientSecret", app.get("clientSecret"), "privateKey", app.get("privateKey")));
        ConnectOutput first = begin("app", inputs);

        // Then
        Map<String, String> answer = agrees(first);
        assertThatThrownBy(() -> proceed("app", inputs, first, answer)).hasMessageContaining("acme, globex");
        inputs.put("organization", "globex");
        Connected connected = works(proceed("app", inputs, first, agrees(begin("app", inputs))));
        assertThat(connected.grant().account()).isEqualTo("globex");
        assertThat(connected.grant().scopes()).containsExactly("contents:read", "metadata:read");
    }

    @Test
    void onlyAnOwnerConnectsAnOrganizationByAnAppThatManyShare() throws Exception {
        // Given
        ConnectOutput made = begin("manifest", Map.of());
        Map<String, String> app = proceed("manifest", Map.of(), made, agrees(made)).kept();
        gitHub.apps().install(Installation.of(1, gitHub.apps().find(Long.parseLong(app.get("appId"))).orElseThrow(), "acme",
                Permission.values()));
        handler = handler(new OwnApps(Map.of(), Map.of("appId", app.get("appId"), "clientId", app.get("clientId"),
                "clientSecret", app.get("clientSecret"), "privateKey", app.get("privateKey"))));
        ConnectOutput first = begin("app", Map.of());

        // Then
        assertThat(works(proceed("app", Map.of(), first, agrees(first))).claim()).startsWith("installation 1 at ");

        // When
        integration.clear();
        gitHub.connecting().isOrdinary("octo-admin");

        // Then
        Map<String, String> answer = agrees(begin("app", Map.of()));
        assertThatThrownBy(() -> proceed("app", Map.of(), first, answer)).hasMessageContaining("Only an owner of acme");
    }

    @Test
    void theServerOfAClaimIsOneHoweverItIsWritten() {
        assertThat(List.of("https://GitHub.Example.com./api/v3", "https://github.example.com:443/api/v3"))
                .extracting(url -> Server.of(ApiUrl.parse(url)).host()).containsOnly("github.example.com");
        assertThat(Server.of(ApiUrl.parse("https://github.example.com:8443/api/v3")).host())
                .isEqualTo("github.example.com:8443");
    }

    @Test
    void connectsAsAUserByAnOAuthAppAndRevokes() throws Exception {
        // Given
        gitHub.connecting().register(Client.oauth("Ov23li1", "s3cret", "https://painchain.example.com/a/"));
        handler = handler(new OwnApps(Map.of("clientId", "Ov23li1", "clientSecret", "s3cret"), Map.of()));

        // When
        ConnectOutput first = begin("oauth", Map.of());
        assertThat(first.step().url()).contains("scope=read%3Aorg+repo+read%3Auser");
        Map<String, String> answer = agrees(first);
        Connected connected = works(proceed("oauth", Map.of(), first, answer));

        // Then
        ConnectGrant grant = connected.grant();
        assertThat(grant.accessToken()).startsWith("gho_").isEqualTo(connected.config().get("token"));
        assertThat(grant.refreshToken()).isNull();
        assertThat(grant.scopes()).containsExactly("read:org", "repo", "read:user");
        assertThat(grant.account()).isEqualTo("octo-admin");
        assertThat(connected.exclusive()).isFalse();
        assertThat(grant.kept()).as("the secret is the operator's").containsOnlyKeys("clientId");

        // When: replayed, declined
        integration.clear();
        assertThatThrownBy(() -> proceed("oauth", Map.of(), first, answer)).hasMessageContaining("incorrect or expired");
        assertThatThrownBy(() -> proceed("oauth", Map.of(), first, Map.of("error", "access_denied")))
                .hasMessageContaining("told not to agree");

        // When: disconnected
        assertThat(ask(new ConnectInput(Action.revoke, "oauth", Map.of(), null, null, null, grant)).note())
                .contains("has revoked");
        assertThat(gitHub.tokens().all()).noneMatch(one -> one.token().equals(grant.accessToken()));
        assertThat(ask(new ConnectInput(Action.revoke, "oauth", Map.of(), null, null, null, grant)).note())
                .contains("before");
    }

    @Test
    void sendsTheSecretOfItsOwnAppToNoOtherServer() {
        handler = handler(new OwnApps(Map.of("clientId", "Ov23li1", "clientSecret", "s3cret"), Map.of()));

        assertThatThrownBy(() -> begin("oauth", Map.of("apiUrl", "http://localhost:1/api/v3")))
                .hasMessageContaining("Enter the OAuth App's client id");
        assertThatThrownBy(() -> begin("oauth", Map.of("clientId", "Ov23liOfAnother")))
                .hasMessageContaining("Enter the OAuth App's client id");
    }

    @Test
    void sendsAGrantToTheServerThatGaveItWhateverTheIntegrationSaysNow() {
        // Given
        handler = handler(new OwnApps(Map.of("clientId", "Iv1", "clientSecret", "s3cret"), Map.of()));
        ConnectGrant ofUsual = grant(Map.of("clientId", "Iv1"));
        ConnectGrant ofAnother = grant(Map.of("clientId", "Iv1", "server", "http://localhost:1/api/v3"));
        integration.putAll(Map.of("token", "t", "apiUrl", "http://localhost:1/api/v3"));

        // Then
        assertThatThrownBy(() -> ask(new ConnectInput(Action.refresh, "device", Map.of(), null, null, null, ofUsual)))
                .hasMessageContaining("led to another server");
        assertThat(ask(new ConnectInput(Action.revoke, "device", Map.of(), null, null, null, ofUsual)).note())
                .as("asked GitHub, not the other").contains("knows no such grant");
        assertThat(ask(new ConnectInput(Action.revoke, "device", Map.of(), null, null, null, ofAnother)).note())
                .as("without the secret of the connector's own App").contains("localhost:1/settings/applications");
    }

    private static ConnectGrant grant(Map<String, String> kept) {
        return new ConnectGrant("ghu_1", "ghr_1", null, List.of(), "octo-admin", "1", kept);
    }

    @Test
    void waitsForADeviceCodeAsSlowlyAsAskedAndRefreshesItsToken() throws Exception {
        // Given
        gitHub.connecting().register(Client.ofApp("Iv1", null, "", 77));
        Map<String, String> inputs = Map.of("clientId", "Iv1");
        ConnectOutput first = begin("device", inputs);
        assertThat(first.step().userCode()).startsWith("WDJB-");
        assertThat(first.step().intervalSeconds()).isEqualTo(5);
        assertThat(first.step().expiresInSeconds()).isEqualTo(900);

        // When
        ConnectOutput pending = proceed("device", inputs, first, Map.of());
        ConnectOutput tooSoon = proceed("device", inputs, pending, Map.of());
        post(gitHub.uri() + "/login/device", Map.of("user_code", first.step().userCode()));
        clock.tick(Duration.ofSeconds(10));
        Connected connected = works(proceed("device", inputs, tooSoon, Map.of()));

        // Then
        assertThat(pending.step().intervalSeconds()).isEqualTo(5);
        assertThat(tooSoon.step().intervalSeconds()).isEqualTo(10);
        ConnectGrant grant = connected.grant();
        assertThat(grant.accessToken()).startsWith("ghu_");
        assertThat(grant.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(8)));

        // When
        integration.clear();
        Connected renewed = ask(new ConnectInput(Action.refresh, "device", Map.of(), null, null, null, grant)).connected();

        // Then
        assertThat(renewed.config().get("token")).isNotEqualTo(grant.accessToken());
        assertThat(gitHub.tokens().all()).noneMatch(one -> one.token().equals(grant.accessToken()));
        assertThatThrownBy(() -> ask(new ConnectInput(Action.refresh, "device", Map.of(), null, null, null, grant)))
                .isInstanceOf(TaskFailedException.class).hasMessageContaining("refresh token");
    }

    @Test
    void aDeviceCodeEnds() {
        // Given
        gitHub.connecting().register(Client.device("Iv2"));
        ConnectOutput first = begin("device", Map.of("clientId", "Iv2"));

        // When
        clock.tick(Duration.ofSeconds(901));

        // Then
        assertThatThrownBy(() -> proceed("device", Map.of("clientId", "Iv2"), first, Map.of()))
                .hasMessageContaining("not entered in time");
    }
}
