package io.painchain.backend.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.event.index.EventIndex;
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
    private static final int FEW = 300;
    private static final int MANY = 3_000;
    /** So many documents are sooner sorted than that many events are looked at. */
    private static final int RARE = 1_000;

    private final Statements statements;
    private final EventIndex index;

    TimelineRepository(Statements statements, EventIndex index) {
        this.statements = statements;
        this.index = index;
    }

    List<EventView> page(TimelineQuery query, int count) {
        var filter = query.filter();
        var branches = conditions(query, !filter.needsIndex() || index.catchUp(filter.tenantId()));
        if (!filter.needsIndex()) {
            return walk(branches, query, count);
        }
        if (!filter.isOfOneThing()) {
            var found = amongNewest(branches, query, count);
            if (found.size() == count) {
                return found;
            }
        }
        int needed = query.offset() + count;
        return events(page(union(branches, branch -> fromIndex(branch, filter, needed)), query, count));
    }

    /** Few of the newest, and more of them only where the index would answer with too many. */
    private List<EventView> amongNewest(List<TimelineConditions> branches, TimelineQuery query, int count) {
        var found = events(page(union(branches, branch -> amongNewest(branch, FEW)), query, count));
        return found.size() == count || isRare(branches) ? found
                : events(page(union(branches, branch -> amongNewest(branch, MANY)), query, count));
    }

    private boolean isRare(List<TimelineConditions> branches) {
        var hits = union(branches.stream().filter(branch -> !branch.indexed().isAll()).toList(),
                branch -> new Sql("select 1 from event_document d where " + branch.indexed().text(),
                        branch.indexed().parameters()));
        return statements.query("select count(*) from (select 1 from (" + hits.text() + ") a limit " + RARE + ") b",
                hits.parameters(), row -> row.number("count")).get(0) < RARE;
    }

    long count(TimelineFilter filter, int limit) {
        var all = union(TimelineConditions.of(filter, !filter.needsIndex() || index.catchUp(filter.tenantId())), branch -> {
            var matching = branch.matching();
            return new Sql("select 1 from " + branch.source() + " where " + matching.text(), matching.parameters());
        });
        var parameters = new ArrayList<>(all.parameters());
        parameters.add(limit);
        return statements.query("select count(*) from (select 1 from (" + all.text() + ") a limit ?) b", parameters,
                row -> row.number("count")).get(0);
    }

    private static List<TimelineConditions> conditions(TimelineQuery query, boolean whole) {
        var conditions = TimelineConditions.of(query.filter(), whole);
        return query.after().map(cursor -> conditions.stream()
                .map(branch -> branch.below(cursor.timestamp(), cursor.id())).toList()).orElse(conditions);
    }

    private List<EventView> walk(List<TimelineConditions> branches, TimelineQuery query, int count) {
        if (branches.size() > 1) {
            int needed = query.offset() + count;
            return events(page(union(branches, branch -> newest(branch.ordered(), needed)), query, count));
        }
        var ordered = branches.get(0).ordered();
        var sql = new Sql("select " + EventRows.COLUMNS + " from event e where " + ordered.text() + NEWEST_FIRST + " limit "
                + count + " offset " + query.offset(), ordered.parameters());
        // Without a filter there is one good plan, and planning would take as long as the rest.
        return query.filter().isOpen() && query.offset() == 0
                ? statements.preparedQuery(sql.text(), sql.parameters(), EventRows::view)
                : events(sql);
    }

    private static Sql newest(Sql ordered, int count) {
        return new Sql("(select * from event e where " + ordered.text() + NEWEST_FIRST + " limit " + count + ")",
                ordered.parameters());
    }

    private static Sql amongNewest(TimelineConditions branch, int count) {
        var newest = newest(branch.ordered(), count);
        var matching = branch.names().and(branch.words());
        return new Sql("select * from " + newest.text() + " e where " + matching.text(),
                joined(newest.parameters(), matching.parameters()));
    }

    /** Sorted before the events are fetched, one by one until there are enough; {@code offset 0} keeps it that way. */
    private static Sql fromIndex(TimelineConditions branch, TimelineFilter filter, int needed) {
        if (branch.indexed().isAll()) {
            var each = branch.each();
            return new Sql("(select * from (select * from event e where " + each.text() + " offset 0) e" + NEWEST_FIRST
                    + " limit " + needed + ")", each.parameters());
        }
        var exact = branch.ordered().and(branch.names());
        var text = """
                (select e.* from (
                    select d.id, d."timestamp", d.revision from event_document d
                    where %s order by d."timestamp" desc, d.id desc) h
                cross join lateral (
                    select * from event e
                    where e.tenant_id = ? and e.id = h.id and e.revision = h.revision and %s offset 0) e
                order by h."timestamp" desc, h.id desc limit %d)""".formatted(branch.indexed().text(), exact.text(), needed);
        return new Sql(text, joined(joined(branch.indexed().parameters(), List.of(filter.tenantId())), exact.parameters()));
    }

    private static Sql page(Sql rows, TimelineQuery query, int count) {
        return new Sql("select " + EventRows.COLUMNS + " from (" + rows.text() + ") e" + NEWEST_FIRST
                + " limit " + count + " offset " + query.offset(), rows.parameters());
    }

    private static Sql union(List<TimelineConditions> branches, Function<TimelineConditions, Sql> part) {
        var parts = branches.stream().map(part).toList();
        return new Sql(parts.stream().map(Sql::text).collect(Collectors.joining(" union all ")),
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
