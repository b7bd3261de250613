package io.painchain.gitlab.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.limit.LimitRules;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.limit.RateLimit.ResetAt;
import io.painchain.connector.limit.RateLimit.RetryAfter;

/** What answers tell of limits, of both kinds that GitLab has. */
class GitLabLimitsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String DATE = "Mon, 02 Mar 2026 09:00:00 GMT";
    private static final String ENDPOINT = "{\"message\":{\"error\":\"This endpoint has been requested too many times. Try again later.\"}}";
    private static final LimitRules RULES = GitLabLimits.rules();

    private static HttpAnswer answer(int status, String body, Map<String, String> headers) {
        return new HttpAnswer(URI.create("https://example.com/gitlab/api/v4/projects/7/pipelines/9/jobs?page=2"), status,
                headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> rates(String observed, String remaining, String reset) {
        Map<String, String> headers = new HashMap<>(Map.of("date", DATE));
        headers.put("ratelimit-limit", "120");
        headers.put("ratelimit-observed", observed);
        headers.put("ratelimit-remaining", remaining);
        headers.put("ratelimit-reset", reset);
        return headers;
    }

    @Test
    void reckonsTheQuotaFromWhatWasObservedAndNotFromTheScaledLimit() {
        Quota quota = RULES.quota(answer(200, "[]", rates("40", "7160", "1772442000"))).orElseThrow();

        assertThat(quota.limit()).isEqualTo(7_200);
        assertThat(quota.remaining()).isEqualTo(7_160);
        assertThat(quota.used()).isEqualTo(40);
        assertThat(quota.resetAt()).isEqualTo("2026-03-02T09:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({ "'', 5, 5", "x, 5, 5", "5, -1, 5", "5, 5, 99999999999999999999" })
    void knowsNoQuotaWhereAHeaderIsMissingOrOdd(String observed, String remaining, String reset) {
        assertThat(RULES.quota(answer(200, "[]", rates(observed, remaining, reset)))).isEmpty();
        assertThat(RULES.quota(answer(200, "[]", Map.of()))).isEmpty();
    }

    @Test
    void waitsAsLongAsItIsAskedTo() {
        HttpAnswer refused = answer(429, "Retry later\n", Map.of("retry-after", "37", "date", DATE));

        assertThat(RULES.limit(refused, NOW)).contains(new RetryAfter(Duration.ofSeconds(37)));
    }

    @Test
    void waitsForTheResetOfALimitOfAll() {
        HttpAnswer refused = answer(429, "Retry later\n", rates("2001", "0", Long.toString(NOW.getEpochSecond() + 20)));

        assertThat(RULES.limit(refused, NOW)).contains(new ResetAt(GitLabLimits.API, Duration.ofSeconds(21)));
    }

    @Test
    void holdsTheOneEndpointWhoseLimitHasNoHeaders() {
        assertThat(RULES.limit(answer(429, ENDPOINT, Map.of("date", DATE)), NOW))
                .contains(new ResetAt("/projects/:id/pipelines/:id/jobs", Duration.ofSeconds(60)));
    }

    @Test
    void holdsEverythingWherePlainTextNamesNoTime() {
        assertThat(RULES.limit(answer(429, "Retry later\n", Map.of()), NOW)).contains(new ResetAt(GitLabLimits.API, null));
    }

    @ParameterizedTest
    @ValueSource(ints = { 200, 304, 401, 403, 404, 500, 503 })
    void takesNoOtherAnswerForALimit(int status) {
        assertThat(RULES.limit(answer(status, ENDPOINT, rates("2001", "0", "1772442000")), NOW)).isEmpty();
    }

    @Test
    void waitsASecondWhereTheResetIsPast() {
        HttpAnswer late = answer(429, "Retry later\n", rates("2001", "0", Long.toString(NOW.getEpochSecond() - 90)));

        assertThat(RULES.limit(late, NOW)).contains(new ResetAt(GitLabLimits.API, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({ "https://gitlab.com/api/v4/projects/acme%2Fweb, /projects/:id",
            "https://example.com/gitlab/api/v4/projects/7/repository/branches/fix%2Fx, /projects/:id/repository/branches/:id",
            "https://gitlab.com/api/graphql, /graphql", "https://gitlab.com/api/v4/user, /user" })
    void tellsEndpointsApart(String url, String endpoint) {
        assertThat(GitLabLimits.endpoint(new HttpAnswer(URI.create(url), 429, Map.of(), new byte[0]))).isEqualTo(endpoint);
    }
}
