package io.painchain.backend.timeline.statistics;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.event.index.EventIndex;
import io.painchain.backend.timeline.filter.TimelineConditions;
import io.painchain.backend.timeline.filter.TimelineFilter;

/** An index-only scan. */
@Singleton
class StatsRepository {

    private final Statements statements;
    private final EventIndex index;

    StatsRepository(Statements statements, EventIndex index) {
        this.statements = statements;
        this.index = index;
    }

    /** Without a dimension all events; without a value those that have none. */
    record Count(String dimension, String value, long events) {
    }

    List<Count> counts(TimelineFilter filter) {
        var branches = TimelineConditions.of(filter, !filter.needsIndex() || index.catchUp(filter.tenantId()));
        var rows = branches.stream()
                .map(branch -> "select e.connector, e.type, e.status from " + branch.source() + " where "
                        + branch.matching().text())
                .collect(Collectors.joining(" union all "));
        return statements.query("""
                select case grouping(connector, type, status) when 3 then 'connector' when 5 then 'type'
                        when 6 then 'status' end as dimension,
                    coalesce(connector, type, status) as value, count(*) as events
                from (%s) e
                group by grouping sets ((), (connector), (type), (status))
                order by events desc, value""".formatted(rows),
                branches.stream().flatMap(branch -> branch.matching().parameters().stream()).toList(),
                row -> new Count(row.text("dimension"), row.text("value"), row.number("events")));
    }
}
