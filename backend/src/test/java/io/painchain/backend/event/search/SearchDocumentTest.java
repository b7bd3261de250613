package io.painchain.backend.event.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

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
                "7", "naïve", "i̇stanbul", "fine");
    }

    @Test
    void takesIdeographsAndSymbolsOneByOne() {
        assertThat(SearchTokens.of("✓部署 ok🚀")).containsExactly("✓", "部", "署", "ok", "🚀");
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
