package io.painchain.connector.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedPagesTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            http://h/l?per_page=2            | 2 | http://h/l?per_page=2&page=2
            http://h/l?per_page=2            | 3 | http://h/l?per_page=2&page=2
            http://h/l?per_page=2            | 1 | -
            http://h/l?per_page=2            | 0 | -
            http://h/l?page=9&per_page=2     | 2 | http://h/l?page=10&per_page=2
            http://h/l?per_page=2&page=2&a=b | 2 | http://h/l?per_page=2&page=3&a=b
            http://h/l?a=b                   | 2 | -
            http://h/l                       | 2 | -
            http://h/l?per_page=many         | 2 | -
            """, delimiter = '|')
    void followAFullPageByItsNumber(URI page, int records, URI next) {
        assertThat(NumberedPages.after(page, records)).isEqualTo(next);
    }

    private static Page<String> page(URI url, List<String> items, URI next) {
        return new Page<>(false, items, List.of(), url, null, Instant.EPOCH, next, -1, null);
    }

    @Test
    void endWhereAServerShowsTheSamePageForEveryNumber() {
        List<URI> asked = new ArrayList<>();
        PageTurns<String> turns = new PageTurns<>(URI.create("http://h/l?per_page=2"), 500, url -> {
            asked.add(url);
            return page(url, List.of("a", "b"), NumberedPages.after(url, 2));
        });

        List<String> read = new ArrayList<>();
        while (turns.more()) {
            read.addAll(turns.turn().items());
        }

        assertThat(read).containsExactly("a", "b");
        assertThat(asked).hasSize(2);
        assertThat(turns.cut()).isTrue();
    }

    @Test
    void areAllReadWhereAPageIsNotFull() {
        PageTurns<String> turns = new PageTurns<>(URI.create("http://h/l?per_page=2"), 500,
                url -> url.toString().contains("page=3") ? page(url, List.of(), null)
                        : page(url, List.of(url.toString(), "b"), NumberedPages.after(url, 2)));

        int read = 0;
        while (turns.more()) {
            read += turns.turn().items().size();
        }

        assertThat(read).isEqualTo(4);
        assertThat(turns.cut()).isFalse();
    }
}
