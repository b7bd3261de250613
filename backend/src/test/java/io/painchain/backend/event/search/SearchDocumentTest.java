package io.painchain.backend.event.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchDocumentTest {

    @Test
    void keepsTagsApartFromTextAndFieldsApartFromEachOther() {
        // When
        var document = SearchDocument.of(List.of("Fix login", "acme/api"), List.of("critical"),
                List.of("commit:acme/api@0123456789ABCDEF0123456789abcdef01234567", "pull_request:acme/api#12"));
        // Then
        assertThat(document).isEqualTo("'critical':1A 'fix':3 'login':4 'acme':6 'api':7 "
                + "'#0123456789abcdef0123456789abcdef01234567':1 ");
    }

    @Test
    void cutsWordsWhereLettersAndDigitsEnd() {
        assertThat(SearchTokens.of("v1.2 — build_number=7; naïve İstanbul ﬁne")).containsExactly("v1", "2", "build", "number",
                "7", "naïve", "istanbul", "fine");
    }

    @ParameterizedTest
    @CsvSource({ "İSTANBUL,istanbul", "I\u0307stanbul,istanbul", "ıspanak,ISPANAK", "Straße,STRASSE", "STRAẞE,strasse",
            "ＳＥＡＲＣＨ１２,search12", "conﬁg,config", "ΣΑΣ,σας", "Ⅷ,viii", "x²,x2", "ﾊﾝｶｸ,ハンカク", "㍿,株式会社", "𝓅𝒶𝓎,pay",
            "Å,å", "ǅ,dž" })
    void takesForTheSameWhatIsWrittenAnotherWay(String one, String other) {
        assertThat(SearchTokens.of(one)).isEqualTo(SearchTokens.of(other)).isNotEmpty();
    }

    @Test
    void takesIdeographsAndSymbolsOneByOne() {
        assertThat(SearchTokens.of("✓部署 ok🚀")).containsExactly("✓", "部", "署", "ok", "🚀");
    }

    @ParameterizedTest
    @ValueSource(strings = { "pay\u00ADments", "pay\u200Bments", "\uFEFFpayments", "pay\u2060ments", "pay\u200Dments",
            "pay\u200Cments",
            "payments\uFE0F", "\u202Epayments\u202C", "p\u034Fayments", "pay\u180Bments", "pay\u3164ments" })
    void overlooksWhatNobodySees(String text) {
        assertThat(SearchTokens.of(text)).containsExactly("payments");
    }

    @Test
    void takesCombinedAndComposedLettersForTheSame() {
        assertThat(SearchTokens.of("de\u0301ploiement e\u200B\u0301te\u0301"))
                .isEqualTo(SearchTokens.of("d\u00E9ploiement \u00E9t\u00E9"));
        assertThat(SearchTokens.of("ΟΔΟΣ οδος")).containsExactly("οδοσ", "οδοσ");
        assertThat(SearchTokens.of("✓\uFE0F ok")).containsExactly("✓", "ok");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a", " ", "\u00AD", "e\u0301", "\u0301", "a ", "日", "😀", "f", "\uFEFFa", "\"", "\u0130", "\u03A3",
            "a\u03A3", "\u03A3'", "\u0345", "\uFDFA", "\u1100\u1161", "\u0301\u0316", "\u0316\u0301a" })
    void isAsFastForAnyText(String piece) {
        assertTimeout(Duration.ofSeconds(10),
                () -> SearchDocument.of(List.of(piece.repeat(131_072)), List.of(piece.repeat(131_072)),
                        List.of(piece.repeat(131_072))));
    }

    @Test
    void shortensWhatIsNoWord() {
        assertThat(SearchTokens.of("x".repeat(5_000))).containsExactly("x".repeat(SearchTokens.LONGEST));
        assertThat(SearchTokens.of("𝔸".repeat(5_000)).get(0)).hasSizeLessThanOrEqualTo(SearchTokens.LONGEST);
    }

    @Test
    void staysWithinWhatPostgresqlTakes() {
        // Given
        var text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            text.append(i % 300 == 0 ? "same" : Integer.toString(i, 36)).append(' ');
        }
        // When
        var document = SearchDocument.of(List.of(text.toString()), List.of(), List.of());
        // Then
        assertThat(document).doesNotContain("16384").hasSizeLessThan(1_000_000);
    }
}
