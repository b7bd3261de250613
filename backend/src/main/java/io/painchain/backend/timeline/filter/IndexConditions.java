package io.painchain.backend.timeline.filter;

import java.util.Collection;
import java.util.List;

import io.painchain.backend.event.search.EventLinks;
import io.painchain.backend.event.search.EventName;
import io.painchain.backend.timeline.filter.TimelineConditions.Sql;

/** What of a filter the inverted index answers. Numbers stand for several names there, so that the names are compared, too. */
final class IndexConditions {

    private static final String WORDS_OF_EVENT = """
            coalesce((select d.search @@ cast(? as tsquery) from event_document d
                where d.tenant_id = e.tenant_id and d.id = e.id and d.revision = e.revision), false)""";

    private IndexConditions() {
    }

    /** @param whole whether all events are in the index; else those with {@code event.search} are found by that */
    static List<TimelineConditions> of(Sql ordered, TimelineFilter filter, boolean whole) {
        var names = names(filter);
        if (filter.words() == null && names.isAll()) {
            return List.of(new TimelineConditions(ordered, Sql.all(), names, Sql.all()));
        }
        var words = filter.words() == null ? Sql.all() : Sql.all().and(WORDS_OF_EVENT, filter.words());
        if (whole) {
            return List.of(new TimelineConditions(ordered, words, names, indexed(filter)));
        }
        var before = filter.words() == null ? Sql.all() : Sql.all().and("e.search @@ cast(? as tsquery)", filter.words());
        return List.of(
                new TimelineConditions(ordered.and("e.search is null"), words, names, indexed(filter)),
                new TimelineConditions(ordered.and("e.search is not null"), before, names, Sql.all()));
    }

    private static Sql names(TimelineFilter filter) {
        var names = Sql.all();
        if (!filter.tags().isEmpty()) {
            names = names.and("e.tags @> ?", (Object) filter.tags().toArray(String[]::new));
        }
        if (hasTeam(filter)) {
            names = names.and("e.tags && ?", (Object) filter.teamTags().toArray(String[]::new));
        }
        if (!filter.entities().isEmpty()) {
            names = names.and("e.entity = any(?)", (Object) filter.entities().toArray(String[]::new));
        }
        return filter.keys().isEmpty() ? names
                : names.and("e.correlation_keys && ?", (Object) filter.keys().toArray(String[]::new));
    }

    private static Sql indexed(TimelineFilter filter) {
        var indexed = Sql.all().and("d.tenant_id = ?", filter.tenantId());
        if (filter.words() != null) {
            indexed = indexed.and("d.search @@ cast(? as tsquery)", filter.words());
        }
        if (!filter.tags().isEmpty()) {
            indexed = indexed.and("d.names @> cast(? as bigint[])", (Object) tags(filter.tags()));
        }
        if (hasTeam(filter)) {
            indexed = indexed.and("d.names && cast(? as bigint[])", (Object) tags(filter.teamTags()));
        }
        return indexed.and(linked(filter.entities())).and(linked(filter.keys()));
    }

    static Sql linked(Collection<String> links) {
        if (links.isEmpty()) {
            return Sql.all();
        }
        var digests = texts(EventLinks.digests(links));
        var words = EventLinks.words(links);
        return words.isEmpty() ? Sql.all().and("d.names && cast(? as bigint[])", (Object) digests)
                : Sql.all().and("(d.names && cast(? as bigint[]) or d.search @@ cast(? as tsquery))", digests, words);
    }

    private static boolean hasTeam(TimelineFilter filter) {
        return filter.teamTags() != null && !filter.teamTags().isEmpty();
    }

    private static String[] tags(List<String> tags) {
        return texts(tags.stream().map(EventName.TAG::of).toList());
    }

    static String[] texts(List<Long> digests) {
        return digests.stream().map(String::valueOf).toArray(String[]::new);
    }
}
