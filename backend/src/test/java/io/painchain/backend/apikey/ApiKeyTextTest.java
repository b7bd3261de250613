package io.painchain.backend.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTextTest {

    @Test
    void isMadeWithItsCheckCharactersAndNeverTwice() {
        // When
        var keys = IntStream.range(0, 1_000).mapToObj(i -> ApiKeyText.generate()).collect(Collectors.toSet());

        // Then
        assertThat(keys).hasSize(1_000).allMatch(ApiKeyText::isWellFormed).allMatch(key -> key.matches("pck_[0-9A-Za-z]{36}"));
    }

    @Test
    void noticesAnyWrongCharacter() {
        var key = ApiKeyText.generate();

        for (int i = 4; i < key.length(); i++) {
            var wrong = key.substring(0, i) + (key.charAt(i) == 'x' ? 'y' : 'x') + key.substring(i + 1);
            assertThat(ApiKeyText.isWellFormed(wrong)).as(wrong).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "pck_", "pck_0", "xyz_000000000000000000000000000000000000",
            "pck_00000000000000000000000000000000000é", "pck_0000000000000000000000000000000000000" })
    void isNotWhateverBeginsAlike(String text) {
        assertThat(ApiKeyText.isWellFormed(text)).isFalse();
    }

    @Test
    void endsWithItsLastFour() {
        assertThat(ApiKeyText.lastFour("pck_abcdefgh")).isEqualTo("efgh");
    }
}
