package io.painchain.backend.event.index;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.painchain.backend.event.search.EventLinks;
import io.painchain.backend.event.search.EventName;
import io.painchain.backend.event.search.EventStretches;
import io.painchain.backend.event.search.SearchDocument;

/**
 * A row of the index.
 *
 * @param search a {@code tsvector}
 * @param names an array of numbers, as PostgreSQL reads it
 */
record EventDocument(UUID id, long revision, String search, String names) {

    static EventDocument of(UnindexedEvent event) {
        var search = SearchDocument.of(Stream.of(event.title(), event.author(), event.project(), event.description()).toList(),
                orNone(event.tags()), orNone(event.keys()));
        return new EventDocument(event.id(), event.revision(), search, names(event));
    }

    private static String names(UnindexedEvent event) {
        var tags = orNone(event.tags()).stream().map(EventName.TAG::of);
        var links = EventLinks.stored(orNone(event.keys()), event.entity());
        return Stream.of(tags, links, EventStretches.stored(event.timestamp())).flatMap(names -> names).map(String::valueOf)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static List<String> orNone(List<String> values) {
        return values == null ? List.of() : values;
    }
}
