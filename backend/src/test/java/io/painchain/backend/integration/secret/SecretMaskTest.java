package io.painchain.backend.integration.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

class SecretMaskTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @ParameterizedTest
    @CsvSource(textBlock = """
            ghp_0123456789abcdefa1b2, ghp_…a1b2
            0123456789abcdef, 0123…cdef
            0123456789abcde, ••••••••
            x, ••••••••
            '', ••••••••
            -----BEGIN KEY-----abcdefgh, ••••••••
            'one two three four five six', ••••••••
            ääääääääääääääääääääää, ••••••••
            """)
    void showsTheEndsOfTokensOnly(String secret, String mask) {
        assertThat(SecretMask.of(JSON.textNode(secret))).isEqualTo(mask);
    }

    @Test
    void showsNothingOfKeysInSeveralLinesAndOfOtherValues() {
        assertThat(SecretMask.of(JSON.textNode("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n")))
                .isEqualTo(SecretMask.WHOLE);
        assertThat(SecretMask.of(JSON.numberNode(1234567890123456789L))).isEqualTo(SecretMask.WHOLE);
        assertThat(SecretMask.of(JSON.objectNode().put("a", "0123456789abcdef"))).isEqualTo(SecretMask.WHOLE);
    }

    @Test
    void knowsItsMasks() {
        assertThat(SecretMask.isMask(JSON.textNode("ghp_…a1b2"))).isTrue();
        assertThat(SecretMask.isMask(JSON.textNode("••••••••"))).isTrue();
        assertThat(SecretMask.isMask(JSON.textNode("ghp_0123456789abcdefa1b2"))).isFalse();
        assertThat(SecretMask.isMask(JSON.textNode("…"))).isFalse();
        assertThat(SecretMask.isMask(JSON.numberNode(1))).isFalse();
    }
}
