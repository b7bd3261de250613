package io.painchain.github.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenExpiryTest {

    @ParameterizedTest
    @CsvSource({ "2021-10-07 19:07:53 UTC, 2021-10-07T19:07:53Z", "2026-03-22 09:00:00 +0000, 2026-03-22T09:00:00Z",
            "2026-03-22 09:00:00 +0200, 2026-03-22T07:00:00Z" })
    void readsGitHubsForms(String header, Instant moment) {
        assertThat(TokenExpiry.parse(header)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "never", "2021-10-07", "1633633673" })
    void takesNothingElseForAnEnd(String header) {
        assertThat(TokenExpiry.parse(header)).isEmpty();
    }

    @Test
    void knowsNoEndWhereGitHubSaysNone() {
        assertThat(TokenExpiry.of(new io.painchain.connector.http.HttpAnswer(java.net.URI.create("https://x"), 200,
                java.util.Map.of(), new byte[0]))).isEmpty();
    }
}
