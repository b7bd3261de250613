package io.painchain.backend.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.event.index.EventIndex;
import io.painchain.backend.event.search.EventStretches;
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
    private static final int FEW = 100;
    private static final int MOST = 500;
    private static final int MOST_OF_PREFIX = 2_000;
    /** What fewer than one in so many events has is not sought in the last hours. */
    private static final int RARE = 50;

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
        boolean mayBeCommon = !filter.isOfOneThing() && branches.stream().noneMatch(branch -> branch.indexed().isAll());
        return (mayBeCommon ? newest(branches, query, count) : Optional.<List<EventView>> empty())
                .orElseGet(() -> indexed(branches, query, count));
    }

    /**
     * What is common is among the last few events, what is not so rare in the last hours or days. Of several branches only the
     * first has newer events than the others.
     */
    private Optional<List<EventView>> newest(List<TimelineConditions> branches, TimelineQuery query, int count) {
        var first = branches.get(0);
        boolean hasOnePlan = query.filter().hasOneOrder();
        int walked = FEW;
        var found = events(page(among(walked, first), query, count), hasOnePlan);
        int more = found.size() < count ? more(query, found.size(), query.offset() + count) : 0;
        if (more > 0) {
            walked = more;
            found = events(page(among(walked, first), query, count), hasOnePlan);
        }
        if (found.size() == count) {
            return Optional.of(found);
        }
        var last = last(first, hasOnePlan);
        if (!last.areMany() && branches.size() == 1) {
            return Optional.of(found);
        }
        return last.newest() == null ? Optional.empty()
                : stretches(query.filter(), last.newest(), found.size() * RARE >= walked).stream()
                        .map(names -> indexed(branches.stream().map(branch -> branch.within(names)).toList(), query, count))
                        .filter(some -> some.size() == count).findFirst();
    }

    /**
     * How many events hold what is needed if it goes on like that, 0 where it is left to the index. That collects all that
     * begins with a prefix, of all time and all tenants, before it looks at hours: among many events walking on is quicker.
     */
    private int more(TimelineQuery query, int found, int needed) {
        if (found * (MOST / FEW) >= needed) {
            return MOST;
        }
        return query.filter().hasPrefix() && found * (MOST_OF_PREFIX / FEW) >= needed && index.isLarge() ? MOST_OF_PREFIX : 0;
    }

    private List<List<Long>> stretches(TimelineFilter filter, Instant newest, boolean mayBeInHours) {
        var days = EventStretches.days(newest);
        return mayBeInHours && index.isByHour(filter.tenantId())
                ? Stream.concat(Stream.of(EventStretches.hours(newest)), days.stream()).toList()
                : days;
    }

    /**
     * @param newest when the newest event happened, {@code null} without one
     * @param areMany whether there are more than {@link #FEW}
     */
    private record Last(Instant newest, boolean areMany) {
    }

    private Last last(TimelineConditions branch, boolean hasOnePlan) {
        var each = branch.ordered().text() + NEWEST_FIRST;
        var sql = new Sql("select (select e.\"timestamp\" from event e where " + each
                + " limit 1) as newest, exists (select from event e where " + each + " offset " + FEW + " limit 1) as many",
                joined(branch.ordered().parameters(), branch.ordered().parameters()));
        return rows(sql, row -> new Last(row.instant("newest"), row.flag("many")), hasOnePlan).get(0);
    }

    private List<EventView> indexed(List<TimelineConditions> branches, TimelineQuery query, int count) {
        int needed = query.offset() + count;
        boolean isIndexed = branches.stream().noneMatch(branch -> branch.indexed().isAll());
        return events(page(union(branches, branch -> fromIndex(branch, query.filter(), needed)), query, count), isIndexed);
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
            return events(page(union(branches, branch -> newest(branch.ordered(), needed)), query, count), false);
        }
        var ordered = branches.get(0).ordered();
        var sql = new Sql("select " + EventRows.COLUMNS + " from event e where " + ordered.text() + NEWEST_FIRST + " limit "
                + count + " offset " + query.offset(), ordered.parameters());
        return events(sql, query.filter().hasItsIndex() && query.offset() == 0);
    }

    private static Sql newest(Sql ordered, int count) {
        return new Sql("(select * from event e where " + ordered.text() + NEWEST_FIRST + " limit " + count + ")",
                ordered.parameters());
    }

    private static Sql among(int newestEvents, TimelineConditions branch) {
        var newest = newest(branch.ordered(), newestEvents);
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

    /** @param hasOnePlan so that it need not be planned each time, which would take as long as the rest */
    private List<EventView> events(Sql sql, boolean hasOnePlan) {
        return rows(sql, EventRows::view, hasOnePlan);
    }

    private <T> List<T> rows(Sql sql, Function<Row, T> reader, boolean hasOnePlan) {
        return hasOnePlan ? statements.preparedQuery(sql.text(), sql.parameters(), reader)
                : statements.query(sql.text(), sql.parameters(), reader);
    }
}
