package io.painchain.backend.named;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

@Singleton
public class NamedRepository {

    private final Statements statements;

    NamedRepository(Statements statements) {
        this.statements = statements;
    }

    /** In the order of their names. */
    <V> List<V> list(NamedKind<?, V> kind, String tenantId) {
        return statements.query("select * from " + kind.table() + " where tenant_id = ? order by lower(name), id",
                List.of(tenantId), kind::view);
    }

    long count(NamedKind<?, ?> kind, String tenantId) {
        return statements.query("select count(*) from " + kind.table() + " where tenant_id = ?", List.of(tenantId),
                row -> row.number("count")).get(0);
    }

    public <V> Optional<V> find(NamedKind<?, V> kind, String tenantId, UUID id) {
        return statements.query("select * from " + kind.table() + " where tenant_id = ? and id = ?", List.of(tenantId, id),
                kind::view).stream().findFirst();
    }

    /** Held until the transaction ends. */
    <V> Optional<V> lock(NamedKind<?, V> kind, String tenantId, UUID id) {
        return statements.query("select * from " + kind.table() + " where tenant_id = ? and id = ? for update",
                List.of(tenantId, id), kind::view).stream().findFirst();
    }

    <R extends Record> void insert(NamedKind<R, ?> kind, String tenantId, UUID id, R request, Instant now) {
        statements.update("insert into " + kind.table() + " (tenant_id, id, name, " + kind.column()
                + ", version, created_at, updated_at) values (?, ?, ?, ?, 1, ?, ?)",
                List.of(tenantId, id, kind.name(request), kind.content(request), now, now));
    }

    <R extends Record> void update(NamedKind<R, ?> kind, String tenantId, UUID id, R request, Instant now) {
        statements.update("update " + kind.table() + " set name = ?, " + kind.column()
                + " = ?, version = version + 1, updated_at = ? where tenant_id = ? and id = ?",
                List.of(kind.name(request), kind.content(request), now, tenantId, id));
    }

    void delete(NamedKind<?, ?> kind, String tenantId, UUID id) {
        statements.update("delete from " + kind.table() + " where tenant_id = ? and id = ?", List.of(tenantId, id));
    }
}
