package io.painchain.simulator.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.rig.Client;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;

class AppTest {

    private static final KeyPair KEYS = keys();
    private static final String TOKENS = "/app/installations/77/access_tokens";

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @BeforeEach
    void installTheApp() {
        App app = App.of(42, "painchain", pem());
        simulator.simulator().apps().install(Installation.of(77, app, "acme", Permission.CONTENTS, Permission.ISSUES));
        simulator.world().createRepository("acme/web");
        simulator.world().createRepository("other/secret");
    }

    @Test
    void issuesTokensOfAnHourToWhoSigns() {
        Reply issued = asApp(jwt("42", 540)).post(TOKENS, "");
        Client client = Client.of(simulator.simulator(), issued.json().get("token").asText());

        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.json().get("expires_at").asText()).isEqualTo("2026-11-20T13:00:00Z");
        assertThat(issued.json().get("permissions").toString())
                .isEqualTo("{\"metadata\":\"read\",\"contents\":\"read\",\"issues\":\"read\"}");
        assertThat(client.get("/repos/acme/api/commits").status()).isEqualTo(200);
        assertThat(client.get("/repos/acme/api/pulls").json().get("message").asText())
                .isEqualTo("Resource not accessible by integration");
        assertThat(client.get("/repos/other/secret").status()).isEqualTo(404);
        assertThat(client.get("/user").status()).isEqualTo(403);
        simulator.clock().tick(Duration.ofHours(1));
        assertThat(client.get("/repos/acme/api").status()).isEqualTo(401);
    }

    @Test
    void listsWhatIsInstalled() {
        String token = asApp(jwt("Iv23li2a", 540)).post(TOKENS, "").json().get("token").asText();

        JsonNode installed = Client.of(simulator.simulator(), token).get("/installation/repositories").json();

        assertThat(installed.get("total_count").asInt()).isEqualTo(2);
        assertThat(installed.get("repository_selection").asText()).isEqualTo("all");
        assertThat(installed.at("/repositories/1/full_name").asText()).isEqualTo("acme/web");
        assertThat(simulator.get("/installation/repositories").status()).as("with another token").isEqualTo(403);
    }

    @Test
    void narrowsATokenAsAsked() {
        Reply narrowed = asApp(jwt("42", 540)).post(TOKENS,
                "{\"repositories\":[\"web\"],\"permissions\":{\"contents\":\"read\"}}");
        Client client = Client.of(simulator.simulator(), narrowed.json().get("token").asText());

        assertThat(narrowed.json().at("/repositories/0/full_name").asText()).isEqualTo("acme/web");
        assertThat(client.get("/repos/acme/api").status()).isEqualTo(404);
        assertThat(client.get("/repos/acme/web/issues").status()).isEqualTo(403);
        assertThat(asApp(jwt("42", 540)).post(TOKENS, "{\"repositories\":[\"none\"]}").status()).isEqualTo(422);
        assertThat(asApp(jwt("42", 540)).post(TOKENS, "{\"permissions\":{\"actions\":\"read\"}}").status())
                .isEqualTo(422);
    }

    @Test
    void refusesAssertionsInGitHubsWords() {
        assertThat(refusal(jwt("42", 601))).contains("is too far in the future");
        assertThat(refusal(jwt("42", 0))).contains("future time at which the assertion expires");
        assertThat(refusal(jwt("42", 540, SimulatorExtension.NOW.plusSeconds(5)))).contains("'Issued at' claim");
        assertThat(refusal("nonsense")).isEqualTo("A JSON web token could not be decoded");
        assertThat(refusal(jwt("42", 540).replaceFirst(".{4}$", "AAAA")))
                .isEqualTo("A JSON web token could not be decoded");
        assertThat(refusal(jwt("43", 540))).isEqualTo("Integration not found");
        assertThat(asApp(jwt("42", 540)).post("/app/installations/78/access_tokens", "").status()).isEqualTo(404);
    }

    @Test
    void tellsAnAppAboutItself() {
        Client app = asApp(jwt("42", 540));

        assertThat(app.get("/app").json().get("slug").asText()).isEqualTo("painchain");
        assertThat(app.get("/app/installations").json().at("/0/account/login").asText()).isEqualTo("acme");
        assertThat(app.get("/app/installations/77").json().at("/permissions/contents").asText()).isEqualTo("read");
        assertThat(app.get("/repos/acme/api/installation").json().get("id").asInt()).isEqualTo(77);
        assertThat(app.get("/repos/other/secret/installation").status()).isEqualTo(404);
    }

    @Test
    void countsAllTokensOfAnInstallationTogether() {
        for (int i = 0; i < 2; i++) {
            String token = asApp(jwt("42", 540)).post(TOKENS, "").json().get("token").asText();
            Reply reply = Client.of(simulator.simulator(), token).get("/repos/acme/api");
            assertThat(reply.number("X-RateLimit-Used")).isEqualTo(i + 1);
        }

        assertThat(simulator.simulator().limits().usageOf("installation:77").requests()).isEqualTo(2);
    }

    @Test
    void isScriptedOverHttp() {
        String key = pem().replace("\n", "\\n");
        simulator.client().post("/_sim/apps", "{\"id\":9,\"publicKey\":\"" + key + "\"}");
        simulator.client().post("/_sim/apps/9/installations",
                "{\"id\":5,\"account\":\"acme\",\"repositories\":[\"acme/web\"],\"permissions\":[\"issues:write\"]}");

        JsonNode issued = asApp(jwt("9", 60)).post("/app/installations/5/access_tokens", "").json();

        assertThat(issued.at("/permissions/issues").asText()).isEqualTo("write");
        assertThat(issued.get("repository_selection").asText()).isEqualTo("selected");
        assertThat(simulator.client().post("/_sim/apps", "{\"publicKey\":\"none\"}").status()).isEqualTo(400);
    }

    private String refusal(String token) {
        return asApp(token).post(TOKENS, "").json().get("message").asText();
    }

    private Client asApp(String token) {
        return Client.of(simulator.simulator(), token);
    }

    private static String jwt(String issuer, int seconds) {
        return jwt(issuer, seconds, SimulatorExtension.NOW.minusSeconds(60));
    }

    private static String jwt(String issuer, int seconds, Instant issued) {
        String claims = "{\"iss\":\"" + issuer + "\",\"iat\":" + issued.getEpochSecond() + ",\"exp\":"
                + SimulatorExtension.NOW.plusSeconds(seconds).getEpochSecond() + "}";
        String signed = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(KEYS.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
