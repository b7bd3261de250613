package io.painchain.connector.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;

class PageSizesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final String LIST = "http://server.example/runs?per_page=100";

    private final PageSizes sizes = new PageSizes(CLOCK);
    private final List<String> asked = new ArrayList<>();

    @Test
    void asksForLessWhereAPageFails() {
        assertThat(read(LIST, 30).etag()).isNull();
        assertThat(asked).containsExactly(LIST, "http://server.example/runs?per_page=30");
    }

    @Test
    void remembersWhatFitted() {
        // Given
        read(LIST, 10);
        asked.clear();

        // When
        read(LIST, 10);

        // Then
        assertThat(asked).containsExactly("http://server.example/runs?per_page=10");
    }

    @Test
    void beginsALaterPageNoLaterThanTheUsualOne() {
        // When
        read(LIST + "&page=3", 30);

        // Then
        assertThat(asked).last().isEqualTo("http://server.example/runs?per_page=30&page=7");
    }

    @Test
    void doesNotTryAgainAtOnceWhatDidNotHelp() {
        assertThatThrownBy(() -> read(LIST, 0)).isInstanceOf(ProviderException.class);
        assertThat(asked).hasSize(3);

        assertThatThrownBy(() -> read(LIST, 0)).isInstanceOf(ProviderException.class);
        assertThat(asked).hasSize(4);
    }

    private Page<String> read(String url, int fits) {
        return sizes.read(URI.create(url), "etag", (address, etag) -> {
            asked.add(address.toString());
            if (Integer.parseInt(address.toString().replaceFirst(".*per_page=(\\d+).*", "$1")) > fits) {
                throw new ProviderException(Kind.UNAVAILABLE, "it answered 502");
            }
            return new Page<>(false, List.of("one"), List.of(), address, "its etag", CLOCK.instant(), null, -1, null);
        });
    }
}
