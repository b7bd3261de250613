package io.painchain.backend.system;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

@Singleton
class SystemRepository {

    private static final int COUNTED = 100_000;
    private static final Pattern ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

    private final Statements statements;

    SystemRepository(Statements statements) {
        this.statements = statements;
    }

    String databaseVersion() {
        return statements.query("show server_version", List.of(), row -> row.text("server_version")).get(0);
    }

    /** Exact for few, else the planner's estimate. */
    SystemView.Events events(String tenantId) {
        long counted = statements.query("""
                select count(*) from (select 1 from event where tenant_id = ? limit ?) e""", List.of(tenantId, COUNTED + 1),
                row -> row.number("count")).get(0);
        return counted <= COUNTED ? new SystemView.Events(counted, true)
                : new SystemView.Events(Math.max(counted, estimate(tenantId)), false);
    }

    Optional<SystemView.Indexing> indexing(String tenantId) {
        return statements.query("""
                select copied, to_copy from event_indexing where tenant_id = ? and copied_before is not null""",
                List.of(tenantId), row -> new SystemView.Indexing(row.number("copied"), row.number("to_copy"))).stream()
                .findFirst();
    }

    /** @param present with what the present key's ciphertexts begin */
    Optional<SystemView.Rotation> rotation(String tenantId, byte[] present) {
        return statements.query("""
                select count(*) filter (where substring(s.sealed from 1 for 5) = ?) as renewed, count(*) as sealed from (
                    select secrets as sealed from integration
                    where tenant_id = ? and secrets is not null and deleted_at is null
                    union all select secret from webhook_config where tenant_id = ?
                    union all select sealed from subscription where tenant_id = ?) s""",
                List.of(present, tenantId, tenantId, tenantId),
                row -> new SystemView.Rotation(row.number("renewed"), row.number("sealed"))).stream()
                .filter(rotation -> rotation.renewed() < rotation.all()).findFirst();
    }

    private long estimate(String tenantId) {
        var plan = String.join("\n", statements.query("explain (format json) select 1 from event where tenant_id = ?",
                List.of(tenantId), row -> row.text("QUERY PLAN")));
        var rows = ROWS.matcher(plan);
        return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }
}
