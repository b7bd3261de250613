package io.painchain.backend.timeline.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.event.index.EventIndex;
import io.painchain.backend.event.store.EventRows;
import io.painchain.backend.timeline.filter.TimelineConditions;
import io.painchain.backend.timeline.filter.TimelineFilter;

/** Changes in transaction order. Reads only below the oldest open transaction, where nothing can appear any more. */
@Singleton
class ChangeRepository {

    /** After both ends of the snapshot and {@code changed}. */
    private static final int FIRST_OF_EVENT = 4;

    private final Statements statements;
    private final EventIndex index;

    ChangeRepository(Statements statements, EventIndex index) {
        this.statements = statements;
        this.index = index;
    }

    /** All transactions below {@code settled} have ended; {@code next} is the next id. */
    record Transactions(long settled, long next) {
    }

    record Changes(List<EventChange> found, Transactions transactions) {
    }

    Transactions transactions() {
        return statements.query("""
                select cast(pg_snapshot_xmin(s) as text) as settled, cast(pg_snapshot_xmax(s) as text) as next
                from pg_current_snapshot() s""", List.of(), ChangeRepository::transactions).get(0);
    }

    Changes after(StreamPosition position, TimelineFilter filter, int limit) {
        boolean whole = !filter.needsIndex() || index.catchUp(filter.tenantId());
        var branches = TimelineConditions.of(filter, whole).stream().map(TimelineConditions::each).toList();
        var parameters = new ArrayList<Object>();
        branches.forEach(branch -> parameters.addAll(branch.parameters()));
        // Repeated outside of the branches, so that the index is used despite their "or".
        parameters.add(filter.tenantId());
        parameters.add(Long.toUnsignedString(position.transaction()));
        parameters.add(position.event());
        parameters.add(limit);
        var rows = statements.query("""
                with s as materialized (
                    select pg_snapshot_xmin(s) as settled, pg_snapshot_xmax(s) as next from pg_current_snapshot() s)
                select cast(s.settled as text) as settled, cast(s.next as text) as next, c.*
                from s left join lateral (
                    select e.changed, %s
                    from event e
                    where ((%s)) and e.tenant_id = ? and e.changed is not null
                        and (e.changed, e.id) > (cast(? as xid8), ?) and e.changed < s.settled
                    order by e.changed, e.id limit ?) c on true
                order by c.changed, c.id"""
                .formatted(EventRows.COLUMNS, branches.stream().map(TimelineConditions.Sql::text)
                        .collect(Collectors.joining(") or ("))),
                parameters, row -> new Changes(change(row), transactions(row)));
        return new Changes(rows.stream().flatMap(row -> row.found().stream()).toList(), rows.get(0).transactions());
    }

    private static List<EventChange> change(Row row) {
        var changed = row.text("changed");
        return changed == null ? List.of()
                : List.of(new EventChange(new StreamPosition(Long.parseUnsignedLong(changed), row.id("id")),
                        EventRows.view(row, FIRST_OF_EVENT)));
    }

    private static Transactions transactions(Row row) {
        return new Transactions(Long.parseUnsignedLong(row.text("settled")), Long.parseUnsignedLong(row.text("next")));
    }
}
