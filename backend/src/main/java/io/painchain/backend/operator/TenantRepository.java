package io.painchain.backend.operator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;

@Singleton
class TenantRepository {

    private static final int MOST = 10_000;

    private final Statements statements;

    TenantRepository(Statements statements) {
        this.statements = statements;
    }

    List<TenantView> list() {
        return statements.query("select * from tenant order by tenant_id limit ?", List.of(MOST), TenantRepository::view);
    }

    Optional<TenantView> find(String id) {
        return statements.query("select * from tenant where tenant_id = ?", List.of(id), TenantRepository::view).stream()
                .findFirst();
    }

    /** @return false where there is one */
    boolean create(String id, Instant now) {
        return statements.update("insert into tenant (tenant_id, created_at) values (?, ?) on conflict do nothing",
                List.of(id, now)) == 1;
    }

    void suspend(String id, Instant now) {
        statements.update("""
                insert into tenant (tenant_id, created_at, suspended_at) values (?, ?, ?)
                on conflict (tenant_id) do update set suspended_at = coalesce(tenant.suspended_at, excluded.suspended_at)""",
                List.of(id, now, now));
    }

    void resume(String id) {
        statements.update("update tenant set suspended_at = null where tenant_id = ?", List.of(id));
    }

    List<String> suspended() {
        return statements.query("select tenant_id from tenant where suspended_at is not null", List.of(),
                row -> row.text("tenant_id"));
    }

    private static TenantView view(Row row) {
        return new TenantView(row.text("tenant_id"), row.instant("created_at"), row.instant("suspended_at"));
    }
}
