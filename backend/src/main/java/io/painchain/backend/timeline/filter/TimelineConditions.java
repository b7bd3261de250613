package io.painchain.backend.timeline.filter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** SQL on {@code event e}: conditions that an index in timeline order serves, and those that the inverted index serves. */
public record TimelineConditions(Sql ordered, Sql inverted) {

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

    /** One for events that begin in the window, and one for those that began long before it. */
    public static List<TimelineConditions> of(TimelineFilter filter) {
        var plain = plain(filter);
        var inverted = inverted(filter);
        if (filter.from() == null) {
            return List.of(new TimelineConditions(plain, inverted));
        }
        Instant earliest = filter.from().minus(USUAL_LENGTH);
        return List.of(
                new TimelineConditions(plain.and(
                        "e.\"timestamp\" >= ? and coalesce(e.end_timestamp, e.\"timestamp\") >= ?", earliest, filter.from()),
                        inverted),
                new TimelineConditions(plain.and("""
                        e."timestamp" < ? and e.end_timestamp - e."timestamp" > interval '24 hours'
                        and e.end_timestamp >= ?""", earliest, filter.from()), inverted));
    }

    /** Begun in the window, which has both ends. */
    public static TimelineConditions begun(TimelineFilter filter) {
        return new TimelineConditions(plain(filter).and("e.\"timestamp\" >= ?", filter.from()), inverted(filter));
    }

    public TimelineConditions below(Instant timestamp, UUID id) {
        return new TimelineConditions(ordered.and("(e.\"timestamp\", e.id) < (?, ?)", timestamp, id), inverted);
    }

    private static Sql plain(TimelineFilter filter) {
        var plain = Sql.all().and("e.tenant_id = ?", filter.tenantId());
        plain = anyOf(plain, "e.connector", filter.connectors());
        plain = anyOf(plain, "e.type", filter.types());
        plain = anyOf(plain, "e.project", filter.projects());
        plain = anyOf(plain, "e.author", filter.authors());
        plain = anyOf(plain, "e.status", filter.statuses());
        plain = anyOf(plain, "e.entity", filter.entities());
        plain = anyOf(plain, "e.integration_id", filter.integrationIds());
        if (filter.teamTags() != null && filter.teamTags().isEmpty()) {
            plain = plain.and("false");
        }
        return filter.to() == null ? plain : plain.and("e.\"timestamp\" < ?", filter.to());
    }

    private static Sql inverted(TimelineFilter filter) {
        var inverted = Sql.all();
        if (filter.words() != null) {
            inverted = inverted.and("e.search @@ cast(? as tsquery)", filter.words());
        }
        if (!filter.tags().isEmpty()) {
            inverted = inverted.and("e.tags @> ?", (Object) filter.tags().toArray(String[]::new));
        }
        if (filter.teamTags() != null && !filter.teamTags().isEmpty()) {
            inverted = inverted.and("e.tags && ?", (Object) filter.teamTags().toArray(String[]::new));
        }
        return filter.keys().isEmpty() ? inverted
                : inverted.and("e.correlation_keys && ?", (Object) filter.keys().toArray(String[]::new));
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
