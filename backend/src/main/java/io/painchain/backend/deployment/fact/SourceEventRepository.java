package io.painchain.backend.deployment.fact;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;

/** Events in the order of the transactions that changed them, below the oldest one that is still under way. */
@Singleton
public class SourceEventRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = """
            e.id, e.connector, e.project, e.type, e."timestamp", e.end_timestamp, e.status, e.entity,
            cast(e.correlation_keys as text), cast(e.data as text), e.updated_at""";
    private static final int MOST_OF_AN_ENTITY = 200;
    private static final int LOOKED_AT = 5_000;

    private final Statements statements;

    SourceEventRepository(Statements statements) {
        this.statements = statements;
    }

    /** @param transaction with {@code event} the position after these */
    public record Portion(List<SourceEvent> events, long transaction, UUID event, boolean isCut) {
    }

    /** Of types that say something of deployments, and events by hand that say it themselves; what it looks at is bounded. */
    public Portion after(String tenantId, long transaction, UUID event, Collection<String> types, int limit) {
        var looked = statements.query("""
                with s as materialized (select pg_snapshot_xmin(s) as settled from pg_current_snapshot() s)
                select cast(s.settled as text) as settled, c.id, cast(c.changed as text) as changed, c.matches
                from s left join lateral (
                    select e.id, e.changed, e.type = any(?)
                        or e.integration_id is null and coalesce(jsonb_exists(e.data, '%s'), false) as matches
                    from event e
                    where e.tenant_id = ? and e.changed is not null and (e.changed, e.id) > (cast(? as xid8), ?)
                        and e.changed < s.settled
                    order by e.changed, e.id limit ?) c on true
                order by c.changed, c.id""".formatted(Meanings.ROLE),
                List.of(types.toArray(String[]::new), tenantId, Long.toUnsignedString(transaction), event, LOOKED_AT),
                SourceEventRepository::change);
        var wanted = looked.stream().filter(Change::matches).limit(limit).toList();
        var events = find(tenantId, wanted.stream().map(Change::id).toList());
        if (wanted.size() == limit) {
            var last = wanted.get(limit - 1);
            return new Portion(events, last.transaction(), last.id(), true);
        }
        var last = looked.get(looked.size() - 1);
        return looked.size() == LOOKED_AT ? new Portion(events, last.transaction(), last.id(), true)
                : new Portion(events, last.settled(), new UUID(0, 0), false);
    }

    private List<SourceEvent> find(String tenantId, List<UUID> ids) {
        return ids.isEmpty() ? List.of()
                : statements.query("select " + COLUMNS
                        + " from event e where e.tenant_id = ? and e.id = any(cast(? as uuid[]))",
                        List.of(tenantId, ids.stream().map(UUID::toString).toArray(String[]::new)),
                        SourceEventRepository::event);
    }

    List<SourceEvent> ofEntities(String tenantId, Collection<String> entities) {
        return entities.isEmpty() ? List.of()
                : statements.query("""
                        select c.* from unnest(cast(? as text[])) as asked(entity)
                        cross join lateral (
                            select %s from event e where e.tenant_id = ? and e.entity = asked.entity
                            order by e."timestamp" desc, e.id desc limit ?) c""".formatted(COLUMNS),
                        List.of(entities.toArray(String[]::new), tenantId, MOST_OF_AN_ENTITY), SourceEventRepository::event);
    }

    private record Change(UUID id, boolean matches, long transaction, long settled) {
    }

    private static Change change(Row row) {
        var transaction = row.text("changed");
        return new Change(row.id("id"), row.flag("matches"), transaction == null ? 0 : Long.parseUnsignedLong(transaction),
                Long.parseUnsignedLong(row.text("settled")));
    }

    private static SourceEvent event(Row row) {
        var keys = row.texts(9);
        return new SourceEvent(row.id("id"), row.text(2), row.text(3), row.text(4), row.instant(5), row.instant(6), row.text(7),
                row.text(8), keys == null ? List.of() : keys, json(row.text(10)), row.instant(11));
    }

    private static JsonNode json(String text) {
        try {
            return text == null ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored data of an event is unreadable", e);
        }
    }
}
