package io.painchain.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @ParameterizedTest
    @ValueSource(strings = { "", "Retry payments ✗", "\uD83D\uDE80", "line\nline\ttab" })
    void takesWhatUtf8CanHold(String text) {
        assertThat(CleanText.Validator.isClean(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a\u0000b", "\uD83D", "\uDE80", "\uDE80\uD83D", "\uD83Da" })
    void refusesNulAndUnpairedSurrogates(String text) {
        assertThat(CleanText.Validator.isClean(text)).isFalse();
    }
}
