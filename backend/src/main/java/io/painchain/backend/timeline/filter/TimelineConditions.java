package io.painchain.backend.timeline.filter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * SQL on {@code event e}, by what serves it.
 *
 * @param ordered served by an index in timeline order
 * @param words looked up in each event's document
 * @param names compared in each event: tags, keys, entities
 * @param indexed words and names by the inverted index, on {@code event_document d}; it finds a little more than {@code names}
 */
public record TimelineConditions(Sql ordered, Sql words, Sql names, Sql indexed) {

    /** Longer events have an index of their own. */
    private static final Duration USUAL_LENGTH = Duration.ofHours(24);

    public record Sql(String text, List<Object> parameters) {

        public static Sql all() {
            return new Sql("true", List.of());
        }

        public Sql and(String condition, Object... more) {
            var all = new ArrayList<>(parameters);
            all.addAll(List.of(more));
            return new Sql(text.equals("true") ? condition : text + " and " + condition, all);
        }

        public Sql and(Sql other) {
            return other.isAll() ? this : and(other.text, other.parameters.toArray());
        }

        public boolean isAll() {
            return text.equals("true");
        }
    }

    /**
     * One for events that begin in the window, and one for those that began long before it; each twice while events are
     * copied to the index.
     */
    public static List<TimelineConditions> of(TimelineFilter filter, boolean whole) {
        var plain = plain(filter);
        if (filter.from() == null) {
            return IndexConditions.of(plain, filter, whole);
        }
        Instant earliest = filter.from().minus(USUAL_LENGTH);
        var all = new ArrayList<>(IndexConditions.of(plain.and(
                "e.\"timestamp\" >= ? and coalesce(e.end_timestamp, e.\"timestamp\") >= ?", earliest, filter.from()), filter,
                whole));
        all.addAll(IndexConditions.of(plain.and("""
                e."timestamp" < ? and e.end_timestamp - e."timestamp" > interval '24 hours'
                and e.end_timestamp >= ?""", earliest, filter.from()), filter, whole));
        return all;
    }

    /** Begun in the window, which has both ends. */
    public static List<TimelineConditions> begun(TimelineFilter filter, boolean whole) {
        return IndexConditions.of(plain(filter).and("e.\"timestamp\" >= ?", filter.from()), filter, whole);
    }

    /** On {@code event_document d}: what has one of the links as key or entity, and some more. */
    public static Sql linked(Collection<String> links) {
        return IndexConditions.linked(links);
    }

    public TimelineConditions below(Instant timestamp, UUID id) {
        return new TimelineConditions(ordered.and("(e.\"timestamp\", e.id) < (?, ?)", timestamp, id), words, names,
                indexed.isAll() ? indexed : indexed.and("(d.\"timestamp\", d.id) < (?, ?)", timestamp, id));
    }

    /** @param stretch names of {@link io.painchain.backend.event.search.EventStretches} */
    public TimelineConditions within(List<Long> stretch) {
        return new TimelineConditions(ordered, words, names,
                indexed.and("d.names && cast(? as bigint[])", (Object) IndexConditions.texts(stretch)));
    }

    /** {@code event e}, where {@link #matching} holds. */
    public String source() {
        return indexed.isAll() ? "event e"
                : "event_document d join event e on e.tenant_id = d.tenant_id and e.id = d.id and e.revision = d.revision";
    }

    public Sql matching() {
        return indexed.isAll() ? ordered.and(names).and(words) : indexed.and(ordered).and(names);
    }

    /** For events that come from elsewhere, one by one. */
    public Sql each() {
        return ordered.and(names).and(words);
    }

    private static Sql plain(TimelineFilter filter) {
        var plain = Sql.all().and("e.tenant_id = ?", filter.tenantId());
        plain = anyOf(plain, "e.connector", filter.connectors());
        plain = anyOf(plain, "e.type", filter.types());
        plain = anyOf(plain, "e.project", filter.projects());
        plain = anyOf(plain, "e.author", filter.authors());
        plain = anyOf(plain, "e.status", filter.statuses());
        plain = anyOf(plain, "e.integration_id", filter.integrationIds());
        if (filter.teamTags() != null && filter.teamTags().isEmpty()) {
            plain = plain.and("false");
        }
        return filter.to() == null ? plain : plain.and("e.\"timestamp\" < ?", filter.to());
    }

    /** A single value keeps the index in timeline order. */
    private static Sql anyOf(Sql plain, String column, List<?> values) {
        if (values.size() == 1) {
            return plain.and(column + " = ?", values.get(0));
        }
        if (values.isEmpty()) {
            return plain;
        }
        var array = values.stream().map(Object::toString).toArray(String[]::new);
        return plain.and(column + (values.get(0) instanceof UUID ? " = any(cast(? as uuid[]))" : " = any(?)"), (Object) array);
    }
}
