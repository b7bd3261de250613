package io.painchain.backend.timeline.statistics;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.painchain.backend.paging.Page;

@Singleton
public class NameReader {

    private final NameRepository names;

    NameReader(NameRepository names) {
        this.names = names;
    }

    public Page<ProjectEntry> projects(NameQuery query) {
        return page(names.projects(query, query.limit() + 1), query,
                entry -> List.of(entry.project(), entry.connector()));
    }

    public Page<TagEntry> tags(NameQuery query) {
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
