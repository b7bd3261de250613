package io.painchain.backend.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.event.store.EventRows;
import io.painchain.backend.event.store.EventView;
import io.painchain.backend.timeline.filter.TimelineConditions;
import io.painchain.backend.timeline.filter.TimelineConditions.Sql;
import io.painchain.backend.timeline.filter.TimelineFilter;

/**
 * The planner misjudges rare words, tags and keys and then walks the whole timeline. So matches are sought among the
 * newest events first, which suffices for common ones, and else taken whole from the inverted index.
 */
@Singleton
class TimelineRepository {

    private static final String NEWEST_FIRST = " order by e.\"timestamp\" desc, e.id desc";
    private static final int NEWEST = 3_000;

    private final Statements statements;

    TimelineRepository(Statements statements) {
        this.statements = statements;
    }

    List<EventView> page(TimelineQuery query, int count) {
        var branches = conditions(query);
        if (branches.get(0).inverted().isAll()) {
            return events(walk(branches, query, count));
        }
        if (query.filter().keys().isEmpty()) {
            var found = events(searchNewest(branches, query, count));
            if (found.size() == count) {
                return found;
            }
        }
        return events(searchAll(branches, query, count));
    }

    long count(TimelineFilter filter, int limit) {
        var all = union(TimelineConditions.of(filter),
                branch -> branch.ordered().and(branch.inverted()), "select 1 from event e where %s");
        var parameters = new ArrayList<>(all.parameters());
        parameters.add(limit);
        return statements.query("select count(*) from (select 1 from (" + all.text() + ") a limit ?) b", parameters,
                row -> row.number("count")).get(0);
    }

    private static List<TimelineConditions> conditions(TimelineQuery query) {
        var conditions = TimelineConditions.of(query.filter());
        return query.after().map(cursor -> conditions.stream()
                .map(branch -> branch.below(cursor.timestamp(), cursor.id())).toList()).orElse(conditions);
    }

    private static Sql walk(List<TimelineConditions> branches, TimelineQuery query, int count) {
        int needed = query.offset() + count;
        return page(union(branches, TimelineConditions::ordered,
                "(select * from event e where %s" + NEWEST_FIRST + " limit " + needed + ")"), query, count);
    }

    private static Sql searchNewest(List<TimelineConditions> branches, TimelineQuery query, int count) {
        return page(union(branches, branch -> {
            var newest = "select * from (select * from event e where " + branch.ordered().text() + NEWEST_FIRST + " limit "
                    + NEWEST + ") e where " + branch.inverted().text();
            return new Sql(newest, joined(branch.ordered().parameters(), branch.inverted().parameters()));
        }, "%s"), query, count);
    }

    private static Sql searchAll(List<TimelineConditions> branches, TimelineQuery query, int count) {
        var all = union(branches, branch -> branch.ordered().and(branch.inverted()),
                "select e.id, e.\"timestamp\" from event e where %s");
        var text = "with hit as materialized (" + all.text() + ") select " + EventRows.COLUMNS + " from (select id from hit e"
                + NEWEST_FIRST + " limit " + count + " offset " + query.offset()
                + ") h join event e on e.tenant_id = ? and e.id = h.id" + NEWEST_FIRST;
        return new Sql(text, joined(all.parameters(), List.of(query.filter().tenantId())));
    }

    private static Sql page(Sql rows, TimelineQuery query, int count) {
        return new Sql("select " + EventRows.COLUMNS + " from (" + rows.text() + ") e" + NEWEST_FIRST
                + " limit " + count + " offset " + query.offset(), rows.parameters());
    }

    private static Sql union(List<TimelineConditions> branches, Function<TimelineConditions, Sql> part, String template) {
        var parts = branches.stream().map(part).toList();
        return new Sql(parts.stream().map(sql -> template.formatted(sql.text())).collect(Collectors.joining(" union all ")),
                parts.stream().flatMap(sql -> sql.parameters().stream()).toList());
    }

    private static List<Object> joined(List<Object> some, List<?> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private List<EventView> events(Sql sql) {
        return statements.query(sql.text(), sql.parameters(), EventRows::view);
    }
}
