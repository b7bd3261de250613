package io.painchain.connector.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** A list that is not read to its end says so, and what is missing is one gap however often it is noticed. */
class PageTurnsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static URI address(int page) {
        return URI.create("http://provider.example/list?page=" + page);
    }

    private static Page<Integer> page(URI url, int last) {
        int number = Integer.parseInt(url.getQuery().substring("page=".length()));
        return new Page<>(false, List.of(number), List.of(), url, null, NOW, number < last ? address(number + 1) : null, -1,
                null);
    }

    private static List<Integer> all(PageTurns<Integer> turns) {
        List<Integer> read = new ArrayList<>();
        while (turns.more()) {
            read.addAll(turns.turn().items());
        }
        return read;
    }

    @Test
    void readsAListToItsEnd() {
        PageTurns<Integer> turns = new PageTurns<>(address(1), 3, url -> page(url, 3));

        assertThat(all(turns)).containsExactly(1, 2, 3);
        assertThat(turns.cut()).isFalse();
    }

    @Test
    void saysWhereItsBoundLeftPagesUnread() {
        PageTurns<Integer> turns = new PageTurns<>(address(1), 3, url -> page(url, 4));

        assertThat(all(turns)).containsExactly(1, 2, 3);
        assertThat(turns.cut()).isTrue();
    }

    @Test
    void countsAFirstPageThatWasReadBefore() {
        PageTurns<Integer> turns = new PageTurns<>(page(address(1), 4), 3, url -> page(url, 4));

        assertThat(all(turns)).containsExactly(2, 3);
        assertThat(turns.cut()).isTrue();
    }

    @Test
    void takesWhatIsEnoughForNoCut() {
        PageTurns<Integer> turns = new PageTurns<>(address(1), 3, url -> page(url, 9));
        turns.turn();
        turns.enough();

        assertThat(turns.more()).isFalse();
        assertThat(turns.cut()).isFalse();
    }

    @Test
    void keepsOneGapOfAListThatIsAlwaysCut() {
        Gap first = new Gap("things", NOW.minus(Duration.ofDays(30)), NOW, NOW);
        Gap soon = new Gap("things", NOW.minus(Duration.ofDays(29)), NOW.plusSeconds(3_600), NOW.plusSeconds(3_600));
        Gap later = new Gap("things", NOW.minus(Duration.ofDays(29)), NOW.plus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(1)));

        assertThat(first.standsFor(soon)).isTrue();
        assertThat(first.standsFor(later)).isFalse();
        assertThat(first.with(later)).isEqualTo(new Gap("things", first.from(), later.to(), later.noticedAt()));
        assertThat(first.overlaps(new Gap("others", first.from(), first.to(), NOW))).isFalse();
    }
}
