package io.painchain.github.sync;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.painchain.github.github.Page;

/** Pages of a list down to a moment; what they held is remembered by their ETags, so that an unchanged list costs no quota. */
final class SweptPages<T> {

    private static final int PAGES = 30;

    private final Class<T> type;
    private final String envelope;
    private final Function<T, Instant> moment;
    private final Map<String, List<PageTag>> tags = new HashMap<>();

    SweptPages(Class<T> type, String envelope, Function<T, Instant> moment) {
        this.type = type;
        this.envelope = envelope;
        this.moment = moment;
    }

    /** @return empty where nothing of it changed since it was read last */
    Optional<List<T>> read(RepositoryReader reader, String path, Instant from) {
        List<PageTag> known = tags.getOrDefault(path, List.of());
        if (!known.isEmpty() && known.stream().allMatch(page -> page.etag() != null
                && reader.page(URI.create(page.url()), page.etag(), envelope, type).notModified())) {
            return Optional.empty();
        }
        List<T> items = new ArrayList<>();
        List<PageTag> pages = new ArrayList<>();
        URI next = reader.url(path);
        while (next != null && pages.size() < PAGES) {
            Page<T> page = reader.page(next, null, envelope, type);
            items.addAll(page.items());
            pages.add(new PageTag(next.toString(), page.etag()));
            boolean reached = page.items().stream().anyMatch(item -> moment.apply(item).isBefore(from));
            next = reached ? null : page.next();
        }
        tags.put(path, pages);
        return Optional.of(items.stream().filter(item -> !moment.apply(item).isBefore(from)).toList());
    }

    /** The next read does not rely on ETags. */
    void forget() {
        tags.clear();
    }
}
