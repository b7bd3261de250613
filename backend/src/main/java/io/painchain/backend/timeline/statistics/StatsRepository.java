package io.painchain.backend.timeline.statistics;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.timeline.filter.TimelineConditions;
import io.painchain.backend.timeline.filter.TimelineFilter;

/** An index-only scan. */
@Singleton
class StatsRepository {

    private final Statements statements;

    StatsRepository(Statements statements) {
        this.statements = statements;
    }

    /** Without a dimension all events; without a value those that have none. */
    record Count(String dimension, String value, long events) {
    }

    List<Count> counts(TimelineFilter filter) {
        var branches = TimelineConditions.of(filter).stream()
                .map(branch -> branch.ordered().and(branch.inverted())).toList();
        var rows = branches.stream()
                .map(sql -> "select e.connector, e.type, e.status from event e where " + sql.text())
                .collect(Collectors.joining(" union all "));
        return statements.query("""
                select case grouping(connector, type, status) when 3 then 'connector' when 5 then 'type'
                        when 6 then 'status' end as dimension,
                    coalesce(connector, type, status) as value, count(*) as events
                from (%s) e
                group by grouping sets ((), (connector), (type), (status))
                order by events desc, value""".formatted(rows),
                branches.stream().flatMap(sql -> sql.parameters().stream()).toList(),
                row -> new Count(row.text("dimension"), row.text("value"), row.number("events")));
    }
}
