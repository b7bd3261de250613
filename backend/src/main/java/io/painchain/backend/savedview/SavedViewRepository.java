package io.painchain.backend.savedview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.SavedView;
import io.painchain.model.SavedViewRequest;

@Singleton
class SavedViewRepository {

    private final Statements statements;

    SavedViewRepository(Statements statements) {
        this.statements = statements;
    }

    /** In the order of their names. */
    List<SavedView> list(String tenantId) {
        return statements.query("select * from saved_view where tenant_id = ? order by lower(name), id", List.of(tenantId),
                SavedViewRepository::view);
    }

    long count(String tenantId) {
        return statements.query("select count(*) from saved_view where tenant_id = ?", List.of(tenantId),
                row -> row.number("count")).get(0);
    }

    Optional<SavedView> find(String tenantId, UUID id) {
        return statements.query("select * from saved_view where tenant_id = ? and id = ?", List.of(tenantId, id),
                SavedViewRepository::view).stream().findFirst();
    }

    /** Held until the transaction ends. */
    Optional<SavedView> lock(String tenantId, UUID id) {
        return statements.query("select * from saved_view where tenant_id = ? and id = ? for update", List.of(tenantId, id),
                SavedViewRepository::view).stream().findFirst();
    }

    void insert(String tenantId, UUID id, SavedViewRequest request, Instant now) {
        statements.update("""
                insert into saved_view (tenant_id, id, name, query, version, created_at, updated_at)
                values (?, ?, ?, ?, 1, ?, ?)""",
                List.of(tenantId, id, request.name(), request.query(), now, now));
    }

    void update(String tenantId, UUID id, SavedViewRequest request, Instant now) {
        statements.update("""
                update saved_view set name = ?, query = ?, version = version + 1, updated_at = ?
                where tenant_id = ? and id = ?""",
                List.of(request.name(), request.query(), now, tenantId, id));
    }

    void delete(String tenantId, UUID id) {
        statements.update("delete from saved_view where tenant_id = ? and id = ?", List.of(tenantId, id));
    }

    private static SavedView view(Row row) {
        return new SavedView(row.text("id"), CurrentTenant.onTheWire(row.text("tenant_id")), row.text("name"),
                row.text("query"), row.number("version"), row.instant("created_at"), row.instant("updated_at"));
    }
}
