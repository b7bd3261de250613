package io.painchain.backend.team;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.TeamRequest;
import io.painchain.model.TeamView;

@Singleton
class TeamRepository {

    private final Statements statements;

    TeamRepository(Statements statements) {
        this.statements = statements;
    }

    /** In the order of their names. */
    List<TeamView> list(String tenantId) {
        return statements.query("select * from team where tenant_id = ? order by lower(name), id", List.of(tenantId),
                TeamRepository::view);
    }

    long count(String tenantId) {
        return statements.query("select count(*) from team where tenant_id = ?", List.of(tenantId),
                row -> row.number("count")).get(0);
    }

    Optional<TeamView> find(String tenantId, UUID id) {
        return statements.query("select * from team where tenant_id = ? and id = ?", List.of(tenantId, id),
                TeamRepository::view).stream().findFirst();
    }

    /** Held until the transaction ends. */
    Optional<TeamView> lock(String tenantId, UUID id) {
        return statements.query("select * from team where tenant_id = ? and id = ? for update", List.of(tenantId, id),
                TeamRepository::view).stream().findFirst();
    }

    void insert(String tenantId, UUID id, TeamRequest request, Instant now) {
        statements.update("""
                insert into team (tenant_id, id, name, tags, version, created_at, updated_at)
                values (?, ?, ?, ?, 1, ?, ?)""",
                List.of(tenantId, id, request.name(), request.tags().toArray(String[]::new), now, now));
    }

    void update(String tenantId, UUID id, TeamRequest request, Instant now) {
        statements.update("""
                update team set name = ?, tags = ?, version = version + 1, updated_at = ?
                where tenant_id = ? and id = ?""",
                List.of(request.name(), request.tags().toArray(String[]::new), now, tenantId, id));
    }

    void delete(String tenantId, UUID id) {
        statements.update("delete from team where tenant_id = ? and id = ?", List.of(tenantId, id));
    }

    private static TeamView view(Row row) {
        return new TeamView(row.text("id"), CurrentTenant.onTheWire(row.text("tenant_id")), row.text("name"),
                row.texts("tags"), row.number("version"), row.instant("created_at"), row.instant("updated_at"));
    }
}
