package io.painchain.backend.deployment;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

/** Up to which change all follows. */
@Singleton
class PositionRepository {

    /** The same for all backends of a database; with the tenant's digest the lock of its slots. */
    private static final int LOCK = 730_522;
    private static final int AT_ONCE = 20_000;
    private static final Position START = new Position(0, new UUID(0, 0));
    private static final List<String> DERIVED = List.of("deployment_commit", "deployment_slot", "deployment_leg", "merged_work",
            "pushed_range", "known_commit", "deployment_position");

    private final Statements statements;

    PositionRepository(Statements statements) {
        this.statements = statements;
    }

    /** Transaction ids are unsigned. */
    record Position(long transaction, UUID event) {
    }

    /** Until the transaction ends; false where somebody else is at it. */
    boolean lock(String tenantId) {
        return statements.preparedQuery("select pg_try_advisory_xact_lock(?, hashtext(?)) as locked", List.of(LOCK, tenantId),
                row -> row.flag("locked")).get(0);
    }

    /**
     * One of another server, from which this database was moved, or reached with other meanings means nothing: all is made
     * again.
     */
    Position read(String tenantId, String meanings) {
        var found = statements.preparedQuery("""
                select cast(transaction as text) as transaction, event_id,
                    transaction > pg_snapshot_xmax(pg_current_snapshot()) or coalesce(meanings, '') <> ? as void
                from deployment_position where tenant_id = ?""", List.of(meanings, tenantId), row -> row.flag("void") ? START
                : new Position(Long.parseUnsignedLong(row.text("transaction")), row.id("event_id")));
        if (!found.isEmpty() && found.get(0) != START) {
            return found.get(0);
        }
        forget(tenantId);
        return START;
    }

    void move(String tenantId, Position position, String meanings) {
        statements.update("""
                insert into deployment_position (tenant_id, transaction, event_id, meanings) values (?, cast(? as xid8), ?, ?)
                on conflict (tenant_id) do update set transaction = excluded.transaction, event_id = excluded.event_id,
                    meanings = excluded.meanings""",
                List.of(tenantId, Long.toUnsignedString(position.transaction()), position.event(), meanings));
    }

    /** Bit by bit, as no statement may take long. */
    private void forget(String tenantId) {
        DERIVED.forEach(table -> {
            var sql = "delete from %1$s where ctid in (select ctid from %1$s where tenant_id = ? limit %2$d)".formatted(table,
                    AT_ONCE);
            while (statements.update(sql, List.of(tenantId)) == AT_ONCE) {
                // the next
            }
        });
    }

    List<String> tenants() {
        return statements.query("select distinct tenant_id from project order by 1", List.of(), row -> row.text("tenant_id"));
    }
}
