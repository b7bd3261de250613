package io.painchain.backend.webhook.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.model.connector.Intake.Encoding;
import io.painchain.model.connector.Intake.Hmac;
import io.painchain.model.connector.Intake.Scheme;
import io.painchain.model.connector.Intake.Tolerance;
import io.painchain.model.connector.Intake.Verify;

class ProofTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
    private static final Verify HEX = hmac(new Hmac("SHA256", Encoding.hex, "sha256=", null, null, null, null));
    private static final Verify STANDARD = hmac(new Hmac("SHA256", Encoding.base64, "v1,", " ",
            "{webhook-id}.{webhook-timestamp}.{body}", "whsec_", new Tolerance("webhook-timestamp", 300)));
    private static final String DOCUMENTED = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    @Test
    void holdsForTheDocumentedExample() {
        assertThat(proof(HEX, "Hello, World!", Map.of("x-signature", DOCUMENTED)).holdsFor("It's a Secret to Everybody"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "another secret, Hello World!", "It's a Secret to Everybody, Hello World?" })
    void failsForAnotherSecretOrBody(String secret, String body) {
        assertThat(proof(HEX, body, Map.of("x-signature", DOCUMENTED)).holdsFor(secret)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", "sha256=", "sha256=zz", "sha1=757107ea" })
    void failsForWhatIsNoSuchSignature(String signature) {
        assertThat(proof(HEX, "Hello, World!", Map.of("x-signature", signature)).holdsFor("It's a Secret to Everybody"))
                .isFalse();
        assertThat(proof(HEX, "Hello, World!", Map.of()).holdsFor("It's a Secret to Everybody")).isFalse();
    }

    @Test
    void holdsForOneOfSeveralSignaturesOfATemplate() {
        // Given: the example of the Standard Webhooks specification
        var headers = Map.of("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp", "1614265330", "x-signature",
                "v1,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

        // Then
        assertThat(proof(STANDARD, "{\"test\": 2432232314}", headers).holdsFor("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .isTrue();
        assertThat(proof(STANDARD, "{\"test\": 2432232315}", headers).holdsFor("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .isFalse();
    }

    @Test
    void failsForATimeBeyondTheTolerance() {
        var headers = Map.of("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp", "1614265330", "x-signature",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        var late = new IncomingDelivery(headers, "{\"test\": 2432232314}".getBytes(UTF_8), NOW.plusSeconds(301));

        assertThat(new Proof(STANDARD, late).holdsFor("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isFalse();
    }

    @Test
    void comparesTokensAndPasswords() {
        assertThat(proof(new Verify(Scheme.token, "X-Token", null), "", Map.of("x-token", "s3cret")).holdsFor("s3cret"))
                .isTrue();
        assertThat(proof(new Verify(Scheme.token, "X-Token", null), "", Map.of("x-token", "s3cre")).holdsFor("s3cret"))
                .isFalse();
        assertThat(
                proof(new Verify(Scheme.bearer, null, null), "", Map.of("authorization", "Bearer s3cret")).holdsFor("s3cret"))
                .isTrue();
        assertThat(proof(new Verify(Scheme.basic, null, null), "", Map.of("authorization", "Basic dXNlcjpzM2NyZXQ="))
                .holdsFor("s3cret")).isTrue();
        assertThat(proof(new Verify(Scheme.basic, null, null), "", Map.of("authorization", "Basic !")).holdsFor("s3cret"))
                .isFalse();
    }

    private static Verify hmac(Hmac hmac) {
        return new Verify(Scheme.hmac, "X-Signature", hmac);
    }

    private static Proof proof(Verify verify, String body, Map<String, String> headers) {
        return new Proof(verify, new IncomingDelivery(headers, body.getBytes(UTF_8), NOW));
    }
}
