package io.painchain.backend.event.index;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.painchain.backend.database.Row;

/**
 * What is indexed of an event.
 *
 * @param changed the transaction that brought it into this state
 * @param bytes of all descriptions of the portion up to this one
 */
record UnindexedEvent(UUID id, long revision, long changed, Instant timestamp, String title, String author, String project,
        String description,
        List<String> tags, List<String> keys, String entity, long bytes) {

    static final int AT_ONCE = 1_000;

    /** Descriptions may be long, and documents are longer. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /** The first of a table {@code e}, each with how long the descriptions up to it are. */
    static String select(String condition, String order) {
        return """
                select u.* from (
                    select e.id, e.revision, cast(coalesce(e.changed, '0') as text), e."timestamp", e.title, e.author, e.project,
                        e.description, cast(e.tags as text), cast(e.correlation_keys as text), e.entity,
                        sum(coalesce(octet_length(e.description), 0)) over (order by %2$s rows unbounded preceding) as bytes
                    from event e where %1$s order by %2$s limit %3$d) u
                where u.bytes - coalesce(octet_length(u.description), 0) < %4$d"""
                .formatted(condition, order, AT_ONCE, MOST_BYTES);
    }

    /** Whether there may be more after the last of a portion. */
    static boolean isCut(List<UnindexedEvent> portion) {
        return portion.size() == AT_ONCE || !portion.isEmpty() && portion.get(portion.size() - 1).bytes >= MOST_BYTES;
    }

    static UnindexedEvent of(Row row) {
        int at = 1;
        return new UnindexedEvent(UUID.fromString(row.text(at++)), row.number(at++), Long.parseUnsignedLong(row.text(at++)),
                row.instant(at++), row.text(at++), row.text(at++), row.text(at++), row.text(at++), row.texts(at++),
                row.texts(at++),
                row.text(at++), row.number(at));
    }
}
