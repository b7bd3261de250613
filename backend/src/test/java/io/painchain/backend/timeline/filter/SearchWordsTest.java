package io.painchain.backend.timeline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.model.validation.FieldError;

class SearchWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            fix             ; 'fix':*
            Fix login       ; 'fix' & 'login':*
            "fix login"     ; ('fix' <-> 'login')
            "fix login" now ; ('fix' <-> 'login') & 'now':*
            fix -login      ; 'fix' & !'login'
            -"fix login" a  ; !('fix' <-> 'login') & 'a':*
            acme/api        ; ('acme' <-> 'api':*)
            v1.2 out        ; ('v1' <-> '2') & 'out':*
            "open quote     ; ('open' <-> 'quote')
            a1b2c3d x       ; ('a1b2c3d' | '#a1b2c3d':*) & 'x':*
            A1B2C3D         ; ('a1b2c3d':* | '#a1b2c3d':*)
            "a1b2c3d"       ; 'a1b2c3d'
            -a1b2c3d        ; !('a1b2c3d' | '#a1b2c3d':*)
            a1b2c3          ; 'a1b2c3':*
            ✗ build         ; '✗' & 'build':*
            it's            ; ('it' <-> 's':*)
            a'b\\c & !(d)    ; ('a' <-> 'b' <-> 'c') & 'd':*""")
    void readsWordsPhrasesAndExclusions(String text, String query) {
        assertThat(SearchWords.parse(text, new ArrayList<>())).isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "  ", "-", "\"\"", "***", "\u0000", "- - \"" })
    void findsNothingToLookForInWhatHasNoWords(String text) {
        assertThat(SearchWords.parse(text, new ArrayList<>())).isNull();
    }

    @Test
    void refusesMoreThanAThousandCharacters() {
        var errors = new ArrayList<FieldError>();
        SearchWords.parse("x".repeat(1_001), errors);
        assertThat(errors).extracting(FieldError::pointer).containsExactly("q");
    }
}
