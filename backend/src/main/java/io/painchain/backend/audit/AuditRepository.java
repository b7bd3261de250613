package io.painchain.backend.audit;

import java.util.Arrays;
import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

@Singleton
class AuditRepository {

    private final Statements statements;

    AuditRepository(Statements statements) {
        this.statements = statements;
    }

    record Head(String tenantId, long seq, byte[] hash) {
    }

    /** Locked until the transaction ends, so that no two entries follow the same one. */
    Head lockHead(String tenantId) {
        statements.update("""
                insert into audit_head (tenant_id, seq, hash) values (?, 0, ?) on conflict (tenant_id) do nothing""",
                List.of(tenantId, AuditChain.BEGINNING));
        return statements.query("select tenant_id, seq, hash from audit_head where tenant_id = ? for update",
                List.of(tenantId), row -> new Head(tenantId, row.number("seq"), row.bytes("hash"))).get(0);
    }

    void append(AuditEntry entry, Head head, byte[] hash) {
        var actor = entry.actor();
        statements.update("""
                insert into audit_entry (tenant_id, seq, happened_at, actor, role, key_id, user_id, address, request_id, action,
                                         kind,
                                         object_id, state_before, state_after, previous_hash, hash)
                values (?, ?, ?, cast(? as text), cast(? as text), cast(? as uuid), cast(? as uuid), cast(? as text),
                        cast(? as text), ?, ?,
                        cast(? as text), cast(? as text), cast(? as text), ?, ?)""",
                Arrays.asList(entry.tenantId(), head.seq() + 1, entry.at(), actor.name(), actor.role(), actor.keyId(),
                        actor.userId(),
                        actor.address(), actor.requestId(), entry.action(), entry.kind(), entry.objectId(), entry.before(),
                        entry.after(), head.hash(), hash));
        statements.update("update audit_head set seq = ?, hash = ? where tenant_id = ?",
                List.of(head.seq() + 1, hash, entry.tenantId()));
    }

    List<Head> heads() {
        return statements.query("select tenant_id, seq, hash from audit_head where seq > 0 order by tenant_id", List.of(),
                row -> new Head(row.text("tenant_id"), row.number("seq"), row.bytes("hash")));
    }
}
