package io.painchain.github.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.rig.SettableClock;
import io.painchain.github.api.ApiUrl;
import io.painchain.github.api.GitHubTokenProvider;
import io.painchain.github.rig.StubGitHub;

class AppCredentialsTest {

    private static final KeyPair KEYS = keys(2_048);
    private static final String TOKENS = "/api/v3/app/installations/77/access_tokens";
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final StubGitHub gitHub = new StubGitHub();

    @AfterEach
    void stop() {
        gitHub.close();
    }

    private static KeyPair keys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der)
                + "\n-----END " + kind + "-----\n";
    }

    private static String pkcs8(KeyPair keys) {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /** What PKCS#8 wraps: 26 bytes in, for a key of 2048 bits. */
    private static String pkcs1(KeyPair keys) {
        byte[] whole = keys.getPrivate().getEncoded();
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(whole, 26, whole.length));
    }

    private static Map<String, Object> config(String key) {
        return Map.of("appId", 123, "installationId", "77", "privateKey", key);
    }

    private GitHubTokenProvider provider() {
        return new TokenProviders(new HttpTransport(Duration.ofSeconds(5), HttpTransport.ANSWER_LIMIT), clock)
                .of(ApiUrl.parse(gitHub.api().toString()), CredentialsParser.parse(config(pkcs1(KEYS))));
    }

    private void give(String token, Instant expiresAt) {
        gitHub.on(post(urlPathEqualTo(TOKENS)).willReturn(StubGitHub.json("""
                {"token": "%s", "expires_at": "%s", "permissions": {"contents": "read"}}""".formatted(token, expiresAt))
                .withStatus(201)));
    }

    @Test
    void readsKeysInBothForms() {
        assertThat(CredentialsParser.parse(config(pkcs1(KEYS)))).isEqualTo(CredentialsParser.parse(config(pkcs8(KEYS))));
        assertThat(CredentialsParser.parse(config(pkcs1(KEYS).replace("\n", "\\n"))))
                .isEqualTo(CredentialsParser.parse(config(pkcs8(KEYS))));
    }

    @Test
    void saysWhatIsWrongWithAKeyWithoutShowingIt() {
        String weak = pkcs8(keys(1_024));
        String damaged = pem("RSA PRIVATE KEY", "not a key at all".getBytes(StandardCharsets.UTF_8));

        assertThatIllegalArgumentException().isThrownBy(() -> CredentialsParser.parse(config("MIIE")))
                .withMessageContaining("PEM");
        assertThatIllegalArgumentException().isThrownBy(() -> CredentialsParser.parse(config(weak)))
                .withMessageContaining("too short");
        assertThatIllegalArgumentException().isThrownBy(() -> CredentialsParser.parse(config(damaged)))
                .withMessageContaining("damaged");
        assertThat(CredentialsParser.parse(config(pkcs8(KEYS))).toString()).isEqualTo("GitHub App 123, installation 77");
    }

    @Test
    void wantsAllThreeOfAnApp() {
        assertThatIllegalArgumentException().isThrownBy(() -> CredentialsParser.parse(Map.of("appId", "1", "privateKey", "x")))
                .withMessageStartingWith("installationId must be");
    }

    @Test
    void provesWhoItIsByASignedTokenOfNineMinutes() throws GeneralSecurityException {
        give("ghs_one", NOW.plusSeconds(3_600));

        provider().currentToken();

        String[] jwt = gitHub.server().findAll(postRequestedFor(urlPathEqualTo(TOKENS))).get(0).getHeader("Authorization")
                .substring("Bearer ".length()).split("\\.");
        assertThat(new String(Base64.getUrlDecoder().decode(jwt[0]), StandardCharsets.UTF_8)).contains("\"RS256\"");
        assertThat(new String(Base64.getUrlDecoder().decode(jwt[1]), StandardCharsets.UTF_8)).isEqualTo(
                "{\"iat\":%d,\"exp\":%d,\"iss\":\"123\"}".formatted(NOW.getEpochSecond() - 60, NOW.getEpochSecond() + 480));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KEYS.getPublic());
        signature.update((jwt[0] + "." + jwt[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(jwt[2]))).isTrue();
    }

    @Test
    void fetchesTheNextTokenFiveMinutesEarly() {
        give("ghs_one", NOW.plusSeconds(3_600));
        GitHubTokenProvider provider = provider();
        provider.currentToken();
        give("ghs_two", NOW.plusSeconds(7_200));

        clock.tick(Duration.ofSeconds(3_299));
        assertThat(provider.currentToken()).isEqualTo("ghs_one");

        clock.tick(Duration.ofSeconds(1));
        assertThat(provider.currentToken()).isEqualTo("ghs_two");
    }

    @Test
    void usesATokenToItsEndWhereThereIsNoNextOne() {
        give("ghs_one", NOW.plusSeconds(3_600));
        GitHubTokenProvider provider = provider();
        provider.currentToken();
        gitHub.on(post(urlPathEqualTo(TOKENS)).willReturn(aResponse().withStatus(503)));

        clock.tick(Duration.ofSeconds(3_400));
        assertThat(provider.currentToken()).isEqualTo("ghs_one");

        clock.tick(Duration.ofSeconds(200));
        assertThatThrownBy(provider::currentToken).isInstanceOf(ProviderException.class).hasMessageContaining("503");
    }

    @Test
    void fetchesAnotherTokenWhereOneIsRefused() {
        give("ghs_revoked", NOW.plusSeconds(3_600));
        GitHubTokenProvider provider = provider();
        provider.currentToken();
        give("ghs_two", NOW.plusSeconds(3_600));

        provider.learn(new HttpAnswer(gitHub.api(), 401, Map.of(), new byte[0]));

        assertThat(provider.currentToken()).isEqualTo("ghs_two");
    }

    @Test
    void doesNotAskAgainAtOnceAfterARefusal() {
        gitHub.on(post(urlPathEqualTo(TOKENS)).willReturn(aResponse().withStatus(401)));
        GitHubTokenProvider provider = provider();

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(provider::currentToken).isInstanceOfSatisfying(ProviderException.class, e -> {
                assertThat(e.kind()).isEqualTo(ProviderException.Kind.UNAUTHORIZED);
                assertThat(e.getMessage()).contains("App 123", "privateKey");
            });
        }

        assertThat(gitHub.server().findAll(postRequestedFor(urlPathEqualTo(TOKENS)))).hasSize(1);
    }

    @Test
    void isKnownByItsInstallationThroughAllItsTokens() {
        Credentials app = CredentialsParser.parse(config(pkcs8(KEYS)));

        assertThat(app.hash()).matches("[0-9a-f]{64}").isEqualTo(CredentialsParser.parse(config(pkcs1(KEYS))).hash());
        assertThat(CredentialsParser.parse(Map.of("token", "abc")).hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
