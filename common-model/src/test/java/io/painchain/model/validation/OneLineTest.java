package io.painchain.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void keepsNoControlCharacters() {
        assertThat(OneLine.of("ok \u001b[31mred\u0007\tend\r\n\u009bx\u007f"))
                .isEqualTo("ok \uFFFD[31mred\uFFFD end  \uFFFDx\uFFFD");
    }

    @Test
    void leavesEverythingElse() {
        assertThat(OneLine.of("déploiement 😀 \u202Eabc\u202C")).isEqualTo("déploiement 😀 \u202Eabc\u202C");
        assertThat(OneLine.of(null)).isNull();
    }
}
