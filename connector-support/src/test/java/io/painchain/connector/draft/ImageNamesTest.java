package io.painchain.connector.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNamesTest {

    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({ "docker pull ghcr.io/acme/api:v1.5, ghcr.io/acme/api:v1.5",
            "Runs `registry.example.com:5000/acme/shop/web:2026-03-02_1`., registry.example.com:5000/acme/shop/web:2026-03-02_1",
            "It is in ghcr.io/acme/api:v1.5., ghcr.io/acme/api:v1.5", "localhost:5000/api:1, localhost:5000/api:1",
            "https://registry.gitlab.com/acme/web:v2, registry.gitlab.com/acme/web:v2" })
    void findsAnImageByItsTag(String text, String image) {
        assertThat(ImageNames.keys(text)).containsExactly("image:" + image);
    }

    @Test
    void findsAnImageByItsDigest() {
        assertThat(ImageNames.keys("ghcr.io/acme/api:v1@" + DIGEST + " and ghcr.io/acme/web@" + DIGEST)).containsExactly(
                "image:ghcr.io/acme/api:v1", "image:ghcr.io/acme/api@" + DIGEST, "image:ghcr.io/acme/web@" + DIGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "See https://github.com/acme/api/pull/7 for more", "me@example.com/x:y", "acme/api:v1",
            "note: this", "https://example.com:8080/a", "https://example.com/a?x=b.example.com/c", "ghcr.io/acme/api",
            "C:/users/x", "https://example.com/a:80/b", "12:30" })
    void takesNothingElseForAnImage(String text) {
        assertThat(ImageNames.keys(text)).isEmpty();
    }

    @Test
    void findsTenAtMost() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            text.append("ghcr.io/acme/api:v").append(i).append('\n');
        }

        assertThat(ImageNames.keys(text.toString())).hasSize(10).contains("image:ghcr.io/acme/api:v9");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a.", "a-", "a.b/", "a.b/c:", "a.b/c.", "aa", "localhost/", "https://", "a.b/c:d." })
    @Timeout(5)
    void readsNoTextForLong(String part) {
        long began = System.nanoTime();

        ImageNames.keys(part.repeat(200_000));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }
}
