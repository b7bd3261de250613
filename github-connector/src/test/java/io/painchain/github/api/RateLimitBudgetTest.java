package io.painchain.github.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.limit.Pace;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.limit.RateLimitBudget.Turn;
import io.painchain.connector.limit.Spacing;
import io.painchain.connector.limit.Waiting;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.connector.rig.ClockWaiting;
import io.painchain.connector.rig.SettableClock;

class RateLimitBudgetTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final RateLimitBudget budget = GitHubLimits.budget(clock, 100_000);

    private static HttpAnswer answer(int status, String body, String... headers) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new HttpAnswer(URI.create("https://api.github.com/x"), status, all, body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpAnswer answerOf(String path, int status, String... headers) {
        HttpAnswer answer = answer(status, "{}", headers);
        return new HttpAnswer(URI.create("https://api.github.com" + path), status, answer.headers(), answer.body());
    }

    private Instant blockedUntil() {
        return budget.blocked().orElseThrow().until();
    }

    @Test
    @Timeout(20)
    void keepsNoPaceWhereTimeIsSimulated() {
        RateLimitBudget unpaced = GitHubLimits.unpaced(clock).of("any");

        for (int i = 0; i < 2_000; i++) {
            unpaced.take(GitHubLimits.GRAPHQL).close();
        }

        assertThat(unpaced.blocked(GitHubLimits.GRAPHQL)).isEmpty();
    }

    @Test
    void waitsForRetryAfterBeforeAnythingElse() {
        budget.learn(answer(429, "", "retry-after", "30", "x-ratelimit-remaining", "0", "x-ratelimit-reset", "9999999999"));

        assertThat(blockedUntil()).isEqualTo(NOW.plusSeconds(30));
        assertThatThrownBy(budget::take).isInstanceOfSatisfying(ProviderException.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Kind.RATE_LIMITED));
    }

    @Test
    void countsTheResetFromTheServersClock() {
        // Given a server whose clock is an hour ahead of ours
        String reset = Long.toString(NOW.plus(Duration.ofMinutes(70)).getEpochSecond());

        // When
        budget.learn(answer(403, "", "date", "Mon, 02 Mar 2026 10:00:00 GMT", "x-ratelimit-remaining", "0",
                "x-ratelimit-reset", reset, "x-ratelimit-limit", "5000"));

        // Then
        assertThat(blockedUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(10)).plusSeconds(1));
    }

    @Test
    void waitsLongerEachTimeWhereNothingSaysHowLong() {
        // When
        budget.learn(answer(403, "{\"message\": \"You have exceeded a secondary rate limit\"}"));
        Duration first = Duration.between(NOW, blockedUntil());
        clock.tick(Duration.ofMinutes(10));
        budget.learn(answer(403, "{\"message\": \"You have exceeded a secondary rate limit\"}"));
        Duration second = Duration.between(clock.instant(), blockedUntil());

        // Then
        assertThat(first).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(75));
        assertThat(second).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(150));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | {"message": "You have exceeded a secondary rate limit"}
            403 | {"message": "You have triggered an abuse detection mechanism. Please wait a few minutes"}
            403 | {"message": "API rate limit exceeded for user ID 4711."}
            403 | {"message": "API RATE LIMIT exceeded for 10.0.0.1. (But here is the good news)"}
            403 | {"message": "Too many requests"}
            403 | {"message": "was submitted too quickly"}
            403 | <html><body><h1>Rate limit exceeded</h1></body></html>
            429 | {"message": "Whoa there!"}
            429 | <html><body>Too Many Requests</body></html>
            429 | ''
            """)
    void takesEveryWordingForALimit(int status, String body) {
        budget.learn(answer(status, body));

        assertThat(Duration.between(NOW, blockedUntil())).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(75));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon, 02 Mar 2026 09:02:00 GMT | PT2M
            90.5                          | PT1M30.5S
            """)
    void waitsForRetryAfterHoweverItIsWritten(String written, Duration wait) {
        budget.learn(answer(429, "", "retry-after", written));

        assertThat(blockedUntil()).isEqualTo(NOW.plus(wait));
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 429 })
    void holdsBackAloneWhatRefusesAloneForGood(int status) {
        // Given a route that refuses again and again while others answer
        String refusing = "/repos/acme/api/actions/runs/%d/attempts/1/jobs";
        for (int run = 0; run < 3; run++) {
            budget.learn(answerOf("/repos/acme/api/issues", 200));
            budget.learn(answerOf(refusing.formatted(run), status));
            clock.tick(run < 2 ? Duration.ofMinutes(10) : Duration.ZERO);
        }

        // Then
        assertThat(budget.blocked()).isEmpty();
        URI next = URI.create("https://api.github.com" + refusing.formatted(9));
        assertThatThrownBy(() -> budget.take(GitHubLimits.CORE, next)).isInstanceOfSatisfying(ProviderException.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE))
                .hasMessageContaining("/repos/acme/api/actions/runs/*/attempts/*/jobs alone, with " + status);
        budget.take(GitHubLimits.CORE, URI.create("https://api.github.com/repos/acme/api/issues")).close();

        // When it answers again
        clock.tick(Duration.ofMinutes(5));
        budget.take(GitHubLimits.CORE, next).close();
        budget.learn(answerOf(refusing.formatted(9), 200));
        budget.learn(answerOf(refusing.formatted(9), status));

        // Then its next refusal is one of the token again
        assertThat(budget.blocked()).isPresent();
    }

    @Test
    void takesARevokedTokenForOneWhateverIsAsked() {
        budget.learn(answerOf("/repos/acme/api/issues", 200));
        for (int i = 0; i < 10; i++) {
            budget.learn(answerOf("/repos/acme/api/pulls", 401));
            clock.tick(Duration.ofMinutes(16));
            budget.learn(answerOf("/repos/acme/web/pulls", 401));
        }

        assertThat(budget.blocked()).hasValueSatisfying(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.UNAUTHORIZED));
    }

    @Test
    void waitsAnHourAtMost() {
        budget.learn(answer(429, "", "retry-after", "86400"));

        assertThat(blockedUntil()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void takesAMissingPermissionForNoLimit() {
        budget.learn(answer(403, "{\"message\": \"Resource not accessible by personal access token\"}",
                "x-ratelimit-remaining", "4000", "x-ratelimit-limit", "5000", "x-ratelimit-reset", "9999999999"));

        assertThat(budget.blocked()).isEmpty();
    }

    @Test
    void leavesTheLastTenthToOthers() {
        // Given
        String reset = Long.toString(NOW.plus(Duration.ofMinutes(20)).getEpochSecond());

        // When
        budget.take().close();
        budget.learn(answer(200, "[]", "date", "Mon, 02 Mar 2026 09:00:00 GMT", "x-ratelimit-limit", "5000",
                "x-ratelimit-remaining", "501", "x-ratelimit-reset", reset));
        boolean at501 = budget.blocked().isPresent();
        budget.learn(answer(200, "[]", "date", "Mon, 02 Mar 2026 09:00:00 GMT", "x-ratelimit-limit", "5000",
                "x-ratelimit-remaining", "500", "x-ratelimit-reset", reset));

        // Then
        assertThat(at501).isFalse();
        assertThat(blockedUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(20)).plusSeconds(1));
        clock.tick(Duration.ofMinutes(21));
        assertThat(budget.blocked()).isEmpty();
    }

    @Test
    void keepsTheLowestCountOfAnswersThatOvertookEachOther() {
        // When
        budget.learn(answer(200, "", "x-ratelimit-limit", "5000", "x-ratelimit-remaining", "4000", "x-ratelimit-reset",
                "9999999999"));
        budget.learn(answer(200, "", "x-ratelimit-limit", "5000", "x-ratelimit-remaining", "4001", "x-ratelimit-reset",
                "9999999999"));

        // Then
        assertThat(budget.quotas()).singleElement().extracting(Quota::remaining).isEqualTo(4000);
    }

    @Test
    void keepsTheQuotasOfRestAndGraphQlApart() {
        // When
        budget.learn(answer(200, "{\"errors\": []}", "x-ratelimit-limit", "5000", "x-ratelimit-remaining", "0",
                "x-ratelimit-reset", Long.toString(NOW.plusSeconds(600).getEpochSecond()), "x-ratelimit-resource", "graphql"));

        // Then
        assertThat(budget.blocked()).isEmpty();
        assertThat(budget.blocked(GitHubLimits.GRAPHQL)).isPresent();
    }

    @Test
    void closesForBothAfterASecondaryLimit() {
        budget.learn(answer(403, "{\"message\": \"You have exceeded a secondary rate limit\"}", "retry-after", "60",
                "x-ratelimit-resource", "graphql", "x-ratelimit-remaining", "4000"));

        assertThat(budget.blocked()).isPresent();
        assertThat(budget.blocked(GitHubLimits.GRAPHQL)).isPresent();
    }

    @Test
    void spreadsABurstOverTheMinute() {
        // Given
        Pace pace = new Pace(600, Waiting.MACHINE);

        // When
        long burst = 0;
        while (pace.reserve(1) == 0) {
            burst++;
        }

        // Then
        assertThat(burst).isBetween(100L, 120L);
    }

    /** Lets the clock go on, and others ask while somebody waits. */
    private static final class Meanwhile extends ClockWaiting {
        private Runnable others = () -> {
        };

        Meanwhile(SettableClock clock) {
            super(clock);
        }

        @Override
        public void sleep(long nanos) {
            super.sleep(nanos);
            others.run();
        }
    }

    @Test
    void holdsNoTurnWhileItWaitsForThePace() {
        // Given a pace of REST that is used up, and one of GraphQL that is not
        Meanwhile waiting = new Meanwhile(clock);
        RateLimitBudget budget = GitHubLimits.budget(clock, 60, waiting);
        IntStream.range(0, 10).forEach(i -> budget.take().close());
        List<Turn> queries = new ArrayList<>();
        waiting.others = () -> {
            IntStream.range(0, 10).forEach(i -> queries.add(budget.take(GitHubLimits.GRAPHQL)));
            queries.forEach(Turn::close);
        };

        // When
        budget.take().close();

        // Then all ten turns were free while it waited
        assertThat(clock.instant()).isAfter(NOW);
        assertThat(queries).hasSize(10);
    }

    @Test
    void leavesASecondBetweenTwoChanges() {
        // Given
        RateLimitBudget budget = GitHubLimits.budget(clock, 600, new ClockWaiting(clock));

        // When
        budget.takeToWrite().close();
        Instant first = clock.instant();
        budget.take().close();
        Instant read = clock.instant();
        budget.takeToWrite().close();
        Instant second = clock.instant();
        clock.tick(Duration.ofSeconds(5));
        budget.takeToWrite().close();

        // Then
        assertThat(List.of(first, read)).containsOnly(NOW);
        assertThat(second).isEqualTo(NOW.plusSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(6));
    }

    @Test
    void refusesAChangeForWhichNobodyWouldWait() {
        // Given
        Spacing writes = new Spacing(Duration.ofSeconds(1), new ClockWaiting(clock));
        Duration longest = Duration.ofSeconds(2);

        // When
        List<OptionalLong> waits = Stream.generate(() -> writes.reserve(longest)).limit(5).toList();
        clock.tick(Duration.ofSeconds(1));

        // Then
        assertThat(waits).containsExactly(OptionalLong.of(0), OptionalLong.of(1_000_000_000L), OptionalLong.of(2_000_000_000L),
                OptionalLong.empty(), OptionalLong.empty());
        assertThat(writes.reserve(longest)).hasValue(2_000_000_000L);
    }

    @Test
    void countsAChangeAsFiveRequests() {
        // Given
        Pace pace = new Pace(600, Waiting.MACHINE);

        // When
        long burst = 0;
        while (pace.reserve(5) == 0) {
            burst++;
        }

        // Then
        assertThat(burst).isBetween(20L, 24L);
    }

    @ParameterizedTest
    @CsvSource({ "4900,60,true", "4899,60,false", "3500,30,true", "3499,30,false", "2100,0,true", "2099,0,false" })
    void leavesRoomWhileLessIsUsedThanItsShareOfTheHour(int remaining, int minutesLeft, boolean room) {
        budget.learn(answer(200, "[]", "x-ratelimit-limit", "5000", "x-ratelimit-remaining", "" + remaining,
                "x-ratelimit-reset", "" + NOW.plus(Duration.ofMinutes(minutesLeft)).getEpochSecond()));

        assertThat(budget.leavesRoom()).isEqualTo(room);
    }
}
