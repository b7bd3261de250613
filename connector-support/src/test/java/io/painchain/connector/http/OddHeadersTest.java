package io.painchain.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers, and proxies in between, make of headers. */
class OddHeadersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static HttpAnswer answer(Map<String, String> headers) {
        return new HttpAnswer(URI.create("https://api.example/list?page=1"), 200, headers, new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = { "</list?page=2>; rel=\"next\"", "</list?page=2>; rel=next", "< /list?page=2 >; REL=\"Next\"",
            "</list?page=2>; rel=\"last next\"", "</list?page=2>; title=\"a, b; c\"; rel=\"next\"", "</list?page=2>;rel = next",
            "</list?page=9>; rel=\"last\", </list?page=2>; rel=\"next\"", "</list?page=9>;rel=last,</list?page=2>;rel=next",
            "</list?page=2>; rev=\"prev\"; rel=\"next\"", "garbage, </list?page=2>; rel=next", "<<</list?page=2>; rel=next" })
    void findsTheNextPage(String link) {
        assertThat(answer(Map.of("link", link)).next()).contains(URI.create("https://api.example/list?page=2"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "next", "</list?page=0>; rel=\"prev\"", "</list>; rel=\"nextest\"", "</list>; brel=\"next\"",
            "</list; rel=next", "</list>", "</list>; rel=", "</list>; rel*=next" })
    void findsNoneWhereNoneIsNamed(String link) {
        assertThat(answer(Map.of("link", link)).next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30                            | PT30S
            ' 30 '                        | PT30S
            0                             | PT0S
            1.5                           | PT1.5S
            Mon, 02 Mar 2026 09:02:00 GMT | PT2M
            Mon, 02 Mar 2026 08:00:00 GMT | PT0S
            999999999                     | PT277777H46M39S
            """)
    void readsHowLongToWait(String written, Duration wait) {
        assertThat(answer(Map.of("retry-after", written)).retryAfter(NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-1", "soon", "1e9", "99999999999999999999", "NaN", "2026-03-02", "1,5", "Infinity" })
    void readsNoWaitWhereNoneIsSaid(String written) {
        assertThat(answer(Map.of("retry-after", written)).retryAfter(NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon, 02 Mar 2026 08:59:00 GMT | Mon, 02 Mar 2026 09:00:00 GMT | PT1M
            nonsense                      | Mon, 02 Mar 2026 09:00:30 GMT | PT30S
            """)
    void countsFromTheServersClockWhereItTellsOne(String date, String until, Duration wait) {
        assertThat(answer(Map.of("date", date, "retry-after", until)).retryAfter(NOW)).contains(wait);
    }
}
