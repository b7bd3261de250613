package io.painchain.backend.audit.read;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;

@Singleton
class AuditReadRepository {

    private final Statements statements;

    AuditReadRepository(Statements statements) {
        this.statements = statements;
    }

    List<AuditEntryView> list(String tenantId, AuditQuery query) {
        var where = new StringBuilder("tenant_id = ?");
        var parameters = new ArrayList<Object>(List.of(tenantId));
        add("actor = ?", query.actor(), where, parameters);
        add("action = ?", query.action(), where, parameters);
        add("kind = ?", query.kind(), where, parameters);
        add("object_id = ?", query.objectId(), where, parameters);
        add("happened_at >= ?", query.from(), where, parameters);
        add("happened_at < ?", query.to(), where, parameters);
        add("seq < ?", query.before(), where, parameters);
        parameters.add(query.limit());
        return statements.query(
                """
                        select seq, happened_at, actor, role, key_id, user_id, address, request_id, action, kind, object_id, state_before,
                               state_after, hash
                        from audit_entry where %s order by seq desc limit ?"""
                        .formatted(where),
                parameters,
                AuditReadRepository::view);
    }

    private static void add(String condition, Object value, StringBuilder where, List<Object> parameters) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.add(value);
        }
    }

    private static AuditEntryView view(Row row) {
        var key = row.id("key_id");
        var user = row.id("user_id");
        return new AuditEntryView(row.number("seq"), row.instant("happened_at"), row.text("actor"), row.text("role"),
                key == null ? null : key.toString(), user == null ? null : user.toString(), row.text("address"),
                row.text("request_id"), row.text("action"),
                row.text("kind"), row.text("object_id"), row.text("state_before"), row.text("state_after"),
                HexFormat.of().formatHex(row.bytes("hash")));
    }
}
