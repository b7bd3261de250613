package io.painchain.backend.timeline.statistics;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.event.index.EventIndex;
import io.painchain.backend.timeline.filter.TimelineConditions;

/** Without a filter an index-only scan. */
@Singleton
class HistogramRepository {

    private static final int MOST_KEYS = 12;

    private final Statements statements;
    private final EventIndex index;

    HistogramRepository(Statements statements, EventIndex index) {
        this.statements = statements;
        this.index = index;
    }

    /** @param key {@code null} for all but the commonest */
    record Count(Instant start, String key, long events) {
    }

    /** Oldest bin first; keys by their total in the window. */
    List<Count> counts(HistogramQuery query) {
        var filter = query.filter();
        var branches = TimelineConditions.begun(filter, !filter.needsIndex() || index.catchUp(filter.tenantId()));
        var rows = branches.stream()
                .map(branch -> "select e.\"timestamp\", e." + query.by() + " as key from " + branch.source() + " where "
                        + branch.matching().text())
                .collect(Collectors.joining(" union all "));
        return statements.query("""
                with counted as materialized (
                    select date_bin(interval '%1$d seconds', e."timestamp", timestamptz '%2$s') as start,
                        coalesce(e.key, 'none') as key, count(*) as events
                    from (%3$s) e
                    group by 1, 2
                ), ranked as (
                    select key, row_number() over (order by sum(events) desc, key) as rank from counted group by key
                )
                select c.start, case when r.rank <= %4$d then c.key end as key, cast(sum(c.events) as bigint) as events
                from counted c join ranked r on r.key = c.key
                group by c.start, 2, least(r.rank, %4$d + 1)
                order by c.start, least(r.rank, %4$d + 1)""".formatted(query.width().getSeconds(), HistogramQuery.ORIGIN,
                rows, MOST_KEYS),
                branches.stream().flatMap(branch -> branch.matching().parameters().stream()).toList(),
                row -> new Count(row.instant("start"), row.text("key"), row.number("events")));
    }
}
