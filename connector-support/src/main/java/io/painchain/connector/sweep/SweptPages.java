package io.painchain.connector.sweep;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageReader;
import io.painchain.connector.list.PageTag;

/** @param tags make an unchanged list cost no quota next time */
public record SweptPages<T>(List<T> records, List<PageTag> tags) {

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
        URI next = first;
        while (next != null && tags.size() < PAGES) {
            Page<T> page = reader.page(next, null, shape.envelope(), shape.type());
            records.addAll(page.items());
            tags.add(new PageTag(next.toString(), page.etag()));
            boolean reached = shape.moment() != null
                    && page.items().stream().anyMatch(item -> shape.moment().apply(item).isBefore(list.from()));
            next = reached ? null : page.next();
        }
        return Optional.of(new SweptPages<>(records, tags));
    }
}
