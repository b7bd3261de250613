package io.painchain.backend.timeline.related;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.event.store.EventRows;
import io.painchain.backend.event.store.EventView;

@Singleton
class RelatedRepository {

    private final Statements statements;

    RelatedRepository(Statements statements) {
        this.statements = statements;
    }

    Optional<EventView> find(String tenantId, UUID id) {
        return statements.preparedQuery(
                "select " + EventRows.SUMMARY_COLUMNS + " from event e where e.tenant_id = ? and e.id = ?",
                List.of(tenantId, id), EventRows::view).stream().findFirst();
    }

    /** Sharing one of {@code links} (keys and entity): nearest in time, oldest first. */
    List<EventView> related(String tenantId, EventView event, List<String> links, int limit) {
        var keys = links.toArray(String[]::new);
        return statements.query("""
                select %s
                from (
                    select id from (
                        select h.id, h."timestamp" from event h where h.tenant_id = ? and h.entity = any(?)
                        union
                        select h.id, h."timestamp" from event h where h.tenant_id = ? and h.correlation_keys && ?) found
                    where id <> ?
                    order by abs(extract(epoch from "timestamp" - ?)), id
                    limit ?) near
                join event e on e.tenant_id = ? and e.id = near.id
                order by e."timestamp", e.id""".formatted(EventRows.SUMMARY_COLUMNS),
                List.of(tenantId, keys, tenantId, keys, UUID.fromString(event.id()), event.timestamp(), limit, tenantId),
                EventRows::view);
    }
}
