package io.painchain.backend.timeline.statistics;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.timeline.filter.TimelineConditions;

/** Without a filter an index-only scan. */
@Singleton
class HistogramRepository {

    private static final int MOST_KEYS = 12;

    private final Statements statements;

    HistogramRepository(Statements statements) {
        this.statements = statements;
    }

    /** @param key {@code null} for all but the commonest */
    record Count(Instant start, String key, long events) {
    }

    /** Oldest bin first; keys by their total in the window. */
    List<Count> counts(HistogramQuery query) {
        var condition = TimelineConditions.begun(query.filter());
        var where = condition.ordered().and(condition.inverted());
        return statements.query("""
                with counted as materialized (
                    select date_bin(interval '%1$d seconds', e."timestamp", timestamptz '%2$s') as start,
                        coalesce(e.%3$s, 'none') as key, count(*) as events
                    from event e where %4$s
                    group by 1, 2
                ), ranked as (
                    select key, row_number() over (order by sum(events) desc, key) as rank from counted group by key
                )
                select c.start, case when r.rank <= %5$d then c.key end as key, cast(sum(c.events) as bigint) as events
                from counted c join ranked r on r.key = c.key
                group by c.start, 2, least(r.rank, %5$d + 1)
                order by c.start, least(r.rank, %5$d + 1)""".formatted(query.width().getSeconds(), HistogramQuery.ORIGIN,
                query.by(), where.text(), MOST_KEYS), where.parameters(),
                row -> new Count(row.instant("start"), row.text("key"), row.number("events")));
    }
}
