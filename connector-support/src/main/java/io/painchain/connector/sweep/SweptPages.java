package io.painchain.connector.sweep;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.painchain.connector.draft.Moments;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageReader;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.list.PageTurns;

/** @param tags make an unchanged list cost no quota next time; {@code cut}: there are more than could be read */
public record SweptPages<T>(List<T> records, List<PageTag> tags, boolean cut) {

    private static final int PAGES = 100;

    /** @param envelope {@code null}: the answer is the list; a {@code null} moment: no order of time */
    public record Shape<T>(Class<T> type, String envelope, Function<T, Instant> moment) {
    }

    /** @return empty where nothing changed since the last read */
    public static <T> Optional<SweptPages<T>> read(PageReader reader, SweptList list, List<PageTag> known, Shape<T> shape) {
        URI first = reader.url(list.path());
        if (!known.isEmpty() && known.get(0).url().equals(first.toString())
                && known.stream().allMatch(page -> page.etag() != null
                        && reader.page(URI.create(page.url()), page.etag(), shape.envelope(), shape.type()).notModified())) {
            return Optional.empty();
        }
        List<T> records = new ArrayList<>();
        List<PageTag> tags = new ArrayList<>();
        PageTurns<T> pages = new PageTurns<>(first, PAGES, url -> reader.page(url, null, shape.envelope(), shape.type()));
        while (pages.more()) {
            Page<T> page = pages.turn();
            records.addAll(page.items());
            tags.add(new PageTag(page.url().toString(), page.etag()));
            if (shape.moment() != null
                    && Moments.anyBefore(list.from(), page.items().stream().map(shape.moment()).toList())) {
                pages.enough();
            }
        }
        return Optional.of(new SweptPages<>(records, tags, pages.cut()));
    }
}
