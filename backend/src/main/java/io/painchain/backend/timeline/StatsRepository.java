package io.painchain.backend.timeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

/** Counts events by what they are. Over all of a tenant's events each count reads one index and no event. */
@Singleton
class StatsRepository {

    /** By what events are counted, as the column is called. */
    enum Dimension {
        connector,
        type,
        status
    }

    private final Statements statements;

    StatsRepository(Statements statements) {
        this.statements = statements;
    }

    /** The most frequent first; events that have none are left out. */
    Map<String, Long> counts(TimelineFilter filter, Dimension dimension) {
        var branches = TimelineConditions.of(filter, Optional.empty()).stream()
                .map(branch -> branch.ordered().and(branch.inverted())).toList();
        var rows = branches.stream()
                .map(sql -> "select e.%1$s as value, count(*) as events from event e where %2$s and e.%1$s is not null group by 1"
                        .formatted(dimension, sql.text()))
                .collect(Collectors.joining(" union all "));
        var counts = new LinkedHashMap<String, Long>();
        statements.query("select value, cast(sum(events) as bigint) as events from (" + rows
                + ") e group by value order by events desc, value",
                branches.stream().flatMap(sql -> sql.parameters().stream()).toList(),
                row -> counts.put(row.text("value"), row.number("events")));
        return counts;
    }
}
