package io.painchain.backend.timeline.related;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.event.index.EventIndex;
import io.painchain.backend.event.store.EventRows;
import io.painchain.backend.event.store.EventView;
import io.painchain.backend.timeline.filter.TimelineConditions;

@Singleton
class RelatedRepository {

    private static final String LINKED = """
            select h.id, h."timestamp" from event_document d
            join event h on h.tenant_id = d.tenant_id and h.id = d.id and h.revision = d.revision
            where d.tenant_id = ? and %s and (h.entity = any(?) or h.correlation_keys && ?)""";

    private static final String LINKED_BEFORE_INDEX = """
             union
            select h.id, h."timestamp" from event h
            where h.tenant_id = ? and h.search is not null and h.entity = any(?)
            union
            select h.id, h."timestamp" from event h
            where h.tenant_id = ? and h.search is not null and h.correlation_keys && ?""";

    private final Statements statements;
    private final EventIndex index;

    RelatedRepository(Statements statements, EventIndex index) {
        this.statements = statements;
        this.index = index;
    }

    Optional<EventView> find(String tenantId, UUID id) {
        return statements.preparedQuery(
                "select " + EventRows.SUMMARY_COLUMNS + " from event e where e.tenant_id = ? and e.id = ?",
                List.of(tenantId, id), EventRows::view).stream().findFirst();
    }

    /** Sharing one of {@code links} (keys and entity): nearest in time, oldest first. */
    List<EventView> related(String tenantId, EventView event, List<String> links, int limit) {
        var keys = links.toArray(String[]::new);
        var linked = TimelineConditions.linked(links);
        var parameters = new ArrayList<Object>(List.of(tenantId));
        parameters.addAll(linked.parameters());
        parameters.addAll(List.of(keys, keys));
        var found = LINKED.formatted(linked.text());
        if (!index.catchUp(tenantId)) {
            found += LINKED_BEFORE_INDEX;
            parameters.addAll(List.of(tenantId, keys, tenantId, keys));
        }
        parameters.addAll(List.of(UUID.fromString(event.id()), event.timestamp(), limit, tenantId));
        return statements.query("""
                select %s
                from (
                    select id from (%s) found
                    where id <> ?
                    order by abs(extract(epoch from "timestamp" - ?)), id
                    limit ?) near
                join event e on e.tenant_id = ? and e.id = near.id
                order by e."timestamp", e.id""".formatted(EventRows.SUMMARY_COLUMNS, found), parameters, EventRows::view);
    }
}
