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

/**
 * What the pages of a list showed.
 *
 * @param tags of the pages, so that an unchanged list costs no quota next time
 */
public record SweptPages<T>(List<T> records, List<PageTag> tags) {

    private static final int PAGES = 100;

    /**
     * What there is to know of a list's pages.
     *
     * @param envelope the field that holds the list, {@code null} where the answer is the list
     * @param moment what the list is ordered by, newest first; {@code null}: it has no order of time
     */
    public record Shape<T>(Class<T> type, String envelope, Function<T, Instant> moment) {
    }

    /** @return empty where nothing of it changed since it was read last */
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
