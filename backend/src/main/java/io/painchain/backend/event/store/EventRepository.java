package io.painchain.backend.event.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.model.event.Outcome;

/** Each statement takes a whole batch. */
@Singleton
public class EventRepository {

    /** Existing rows are not touched. */
    private static final String KEEP_NAMES = """
            projects as (
                insert into project (tenant_id, project, connector)
                select distinct tenant_id, project, connector from written order by 1, 2, 3
                on conflict do nothing
            ), tags as (
                insert into tag_hour (tenant_id, tag, hour)
                select distinct tenant_id, unnest(tags), date_trunc('hour', "timestamp", 'UTC') from written order by 1, 2, 3
                on conflict do nothing
            )""";

    private static final String CREATE = """
            with written as (
                insert into event (%s, revision, received_at, updated_at)
                select %s, 1, ?, ?
                from %s
                order by i.position
                on conflict (tenant_id, scope, external_id) where external_id is not null do nothing
                returning tenant_id, id, project, connector, tags, "timestamp"
            ), %s
            select id from written"""
            .formatted(EventColumn.INSERTED, EventColumn.INSERTED_VALUES, EventColumn.UNNESTED, KEEP_NAMES);

    /** Incoming over stored data; where too large, the incoming alone. Only the creating draft sets {@code seen_late}. */
    private static final String MERGED = """
            lateral (select (coalesce(e.data, '{}') || (i.data - 'seen_late')) - i.removed_keys as data) u
            cross join lateral (select case when i.data is null then e.data
                when octet_length(cast(u.data as text)) > %d then i.data else u.data end as data) m"""
            .formatted(EventData.MERGED_BYTES);

    private static final String OUTCOME = """
            case when i.as_of < e.as_of then 'outdated'
                when (%s, m.data) is distinct from (%s, e.data) then 'updated'
                when i.as_of > e.as_of then 'confirmed'
                else 'unchanged' end as outcome""".formatted(EventColumn.compared("e"), EventColumn.compared("i"));

    /** Compared without a lock first, as most are unchanged; those to write are locked in order and compared again. */
    private static final String UPDATE = """
            with incoming as materialized (
                select i.position, %5$s
                from %1$s
            ), seen as materialized (
                select i.position, e.id, %2$s
                from incoming i
                join event e on e.tenant_id = i.tenant_id and e.scope = i.scope and e.external_id = i.external_id
                cross join %3$s
            ), locked as materialized (
                select i.position, e.tenant_id, e.id, m.data, %2$s
                from seen s
                join incoming i on i.position = s.position
                join event e on e.tenant_id = i.tenant_id and e.id = s.id
                cross join %3$s
                where s.outcome in ('updated', 'confirmed')
                order by i.position
                for update of e
            ), written as (
                update event e set as_of = i.as_of, %6$s, data = l.data,
                    revision = e.revision + case l.outcome when 'updated' then 1 else 0 end,
                    updated_at = case l.outcome when 'updated' then ? else e.updated_at end,
                    changed = case l.outcome when 'updated' then pg_current_xact_id() else e.changed end,
                    search = case l.outcome when 'updated' then null else e.search end
                from locked l join incoming i on i.position = l.position
                where e.tenant_id = l.tenant_id and e.id = l.id and l.outcome in ('updated', 'confirmed')
                returning e.tenant_id, e.project, e.connector, e.tags, e."timestamp"
            ), %4$s
            select s.position, s.id, coalesce(l.outcome, s.outcome) as outcome, l.id is not null as locked
            from seen s left join locked l on l.position = s.position"""
            .formatted(EventColumn.UNNESTED, OUTCOME, MERGED, KEEP_NAMES, EventColumn.READ, EventColumn.UPDATED);

    private final Statements statements;

    EventRepository(Statements statements) {
        this.statements = statements;
    }

    record Known(int index, UUID id, Outcome outcome) {
    }

    /** Returns the new ones' ids. Inserts in the given order: two batches wait instead of deadlocking. */
    List<UUID> create(List<IncomingEvent> events, Instant now) {
        var parameters = new ArrayList<Object>(List.of(now, now));
        parameters.addAll(EventColumn.parameters(events));
        return statements.preparedQuery(CREATE, parameters, row -> row.id("id"));
    }

    /** A result each for known events; none where the stored event was deleted meanwhile. */
    List<Known> update(List<IncomingEvent> events, Instant now) {
        var parameters = new ArrayList<Object>(EventColumn.parameters(events));
        parameters.add(now);
        return statements.query(UPDATE, parameters, row -> {
            var outcome = row.text("outcome");
            var vanished = !row.flag("locked") && (outcome.equals("updated") || outcome.equals("confirmed"));
            return vanished ? null
                    : new Known((int) row.number("position") - 1, row.id("id"),
                            outcome.equals("confirmed") ? Outcome.unchanged : Outcome.valueOf(outcome));
        }).stream().filter(known -> known != null).toList();
    }

    /** Of any tenants, in no order. */
    public List<EventView> find(List<String> tenantIds, List<UUID> ids) {
        return statements.query("select " + EventRows.COLUMNS + """
                 from unnest(cast(? as text[]), cast(? as uuid[])) i(tenant_id, id)
                join event e on e.tenant_id = i.tenant_id and e.id = i.id""",
                List.of(tenantIds.toArray(String[]::new), ids.stream().map(UUID::toString).toArray(String[]::new)),
                EventRows::view);
    }

    public Optional<EventView> find(String tenantId, UUID id) {
        return statements.preparedQuery("select " + EventRows.COLUMNS + " from event e where e.tenant_id = ? and e.id = ?",
                List.of(tenantId, id), EventRows::view).stream().findFirst();
    }

    public List<EventView> revisions(String tenantId, UUID id, long before, int limit) {
        return statements.preparedQuery("select " + EventRows.COLUMNS + """
                 from event_revision e
                where e.tenant_id = ? and e.id = ? and e.revision < ?
                order by e.revision desc limit ?""", List.of(tenantId, id, before, limit), EventRows::view);
    }

    public int removeSome(String tenantId, UUID integrationId, int limit) {
        return statements.query("""
                with chosen as materialized (
                    select id from event where tenant_id = ? and integration_id = ?
                    order by "timestamp" desc, id desc limit ?
                    for update
                ), revisions as (
                    delete from event_revision r using chosen c where r.tenant_id = ? and r.id = c.id
                ), documents as (
                    delete from event_document d using chosen c where d.tenant_id = ? and d.id = c.id
                ), events as (
                    delete from event e using chosen c where e.tenant_id = ? and e.id = c.id returning 1
                )
                select count(*) from events""", List.of(tenantId, integrationId, limit, tenantId, tenantId, tenantId),
                row -> (int) row.number("count")).get(0);
    }
}
