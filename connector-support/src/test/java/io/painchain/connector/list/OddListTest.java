package io.painchain.connector.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.connector.detail.Details;
import io.painchain.connector.detail.OpenDetails;

/** A record of an impossible time neither ends the reading of its list nor makes it claim what was not read. */
class OddListTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final ListRule<Change> RULE = new ListRule<>("changes", Change.class, null, Change::id, Change::moment,
            change -> true);

    private record Change(String id, Instant moment) {
    }

    /** Two pages, the first of which holds the odd one. */
    private record TwoPages(List<Change> first, List<Change> second) implements PageReader {

        @Override
        public URI url(String path) {
            return URI.create("https://provider.example" + path);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Page<T> page(URI url, String etag, String envelope, Class<T> type) {
            boolean isFirst = url.getQuery() == null;
            return new Page<>(false, (List<T>) (isFirst ? first : second), List.of(), url, null, NOW,
                    isFirst ? url("/changes?page=2") : null, -1, null);
        }

        @Override
        public boolean readsWhole(String list, Instant lastTime) {
            return true;
        }

        @Override
        public Details details() {
            return new Details(OpenDetails.NONE);
        }

        @Override
        public boolean moved() {
            return false;
        }

        @Override
        public Instant answeredAt() {
            return NOW;
        }
    }

    private static Change change(String id, Duration ago) {
        return new Change(id, NOW.minus(ago));
    }

    private static ListState readAnHourAgo() {
        return new ListState("https://provider.example/changes", null, NOW.minus(Duration.ofHours(1)),
                NOW.minus(Duration.ofHours(1)), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = { "1969-12-31T23:00:00Z", "1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "-0044-03-15T12:00:00Z",
            "1970-06-01T00:00:00Z", "2040-06-23T03:36:01Z", "9999-12-31T23:59:59Z", "+10000-01-01T00:00:00Z" })
    void readsOnBeyondARecordOfAnImpossibleTime(String odd) {
        // Given
        TwoPages pages = new TwoPages(List.of(change("new", Duration.ofMinutes(1)), new Change("odd", Instant.parse(odd))),
                List.of(change("newer than known", Duration.ofMinutes(30)), change("known", Duration.ofHours(3))));

        // When
        ListCrawl.Result<Change> result = ListCrawl.of(pages, "/changes", RULE, readAnHourAgo());

        // Then
        assertThat(result.news()).extracting(Change::id).contains("new", "newer than known");
        assertThat(result.gap()).isNull();
        assertThat(result.state().watermark()).isBeforeOrEqualTo(NOW);
    }

    @Test
    void claimsNothingOfTheTimeThatAnOddRecordNames() {
        // Given more than a first sync takes
        List<Change> many = IntStream.range(0, ListCrawl.FIRST_SYNC)
                .mapToObj(i -> change("change " + i, Duration.ofMinutes(i))).toList();
        List<Change> first = new ArrayList<>(List.of(new Change("odd", Instant.EPOCH)));
        first.addAll(many);

        // When
        ListCrawl.Result<Change> result = ListCrawl.of(new TwoPages(first, many), "/changes", RULE, ListState.UNREAD);

        // Then
        assertThat(result.from()).isAfter(NOW.minus(Duration.ofHours(1)));
    }
}
