package io.painchain.backend.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

@Singleton
class RetentionRepository {

    private final Statements statements;

    RetentionRepository(Statements statements) {
        this.statements = statements;
    }

    record Stored(Integer months, Instant lastRun, Long lastDeleted) {

        static final Stored NOTHING = new Stored(null, null, null);
    }

    Stored find(String tenantId) {
        return statements.query("""
                select cast(months as text) as months, last_run, cast(last_deleted as text) as last_deleted
                from retention where tenant_id = ?""", List.of(tenantId),
                row -> new Stored(Optional.ofNullable(row.text("months")).map(Integer::valueOf).orElse(null),
                        row.instant("last_run"),
                        Optional.ofNullable(row.text("last_deleted")).map(Long::valueOf).orElse(null)))
                .stream().findFirst().orElse(Stored.NOTHING);
    }

    void put(String tenantId, Integer months) {
        var parameters = new ArrayList<Object>(List.of(tenantId));
        parameters.add(months);
        statements.update("""
                insert into retention (tenant_id, months) values (?, cast(? as integer))
                on conflict (tenant_id) do update set months = excluded.months""", parameters);
    }

    void ran(String tenantId, Instant now, long deleted) {
        statements.update("""
                insert into retention (tenant_id, last_run, last_deleted) values (?, ?, ?)
                on conflict (tenant_id) do update set last_run = excluded.last_run, last_deleted = excluded.last_deleted""",
                List.of(tenantId, now, deleted));
    }

    Optional<Instant> oldestEvent(String tenantId) {
        return statements.query("""
                select e."timestamp" from event e where e.tenant_id = ? order by e."timestamp" limit 1""", List.of(tenantId),
                row -> row.instant("timestamp")).stream().findFirst();
    }
}
