package io.painchain.backend.timeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.painchain.backend.paging.Page;
import io.painchain.backend.timeline.statistics.ProjectEntry;
import io.painchain.backend.timeline.statistics.TagEntry;

/** Lists what a timeline can be filtered by. */
@Singleton
class NameReader {

    private final NameRepository names;

    NameReader(NameRepository names) {
        this.names = names;
    }

    Page<ProjectEntry> projects(NameQuery query) {
        return page(names.projects(query, query.limit() + 1), query,
                entry -> List.of(entry.project(), entry.connector()));
    }

    Page<TagEntry> tags(NameQuery query) {
        return page(names.tags(query, query.limit() + 1), query, entry -> List.of(entry.tag()));
    }

    private static <T> Page<T> page(List<T> found, NameQuery query, Function<T, List<String>> name) {
        if (found.size() <= query.limit()) {
            return new Page<>(found, Optional.empty());
        }
        var items = found.subList(0, query.limit());
        return new Page<>(items, Optional.of(NameQuery.cursor(name.apply(items.get(items.size() - 1)))));
    }
}
