package io.painchain.backend.event.index;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;

/**
 * Events that were stored before there was an index: each tenant's position goes down with each portion, in its transaction.
 */
@Singleton
class IndexCopyRepository {

    private static final String UNCOPIED = UnindexedEvent.select("e.tenant_id = ? and e.id < ? and e.search is not null",
            "e.id desc");

    private final Statements statements;

    IndexCopyRepository(Statements statements) {
        this.statements = statements;
    }

    /** @param before the youngest event that is not copied has a smaller id */
    record Copying(String tenantId, UUID before, long copied, long all) {
    }

    List<Copying> unfinished() {
        return statements.query("""
                select tenant_id, copied_before, copied, to_copy from event_indexing
                where copied_before is not null order by tenant_id""", List.of(), IndexCopyRepository::copying);
    }

    Optional<Copying> unfinished(String tenantId) {
        return statements.query("""
                select tenant_id, copied_before, copied, to_copy from event_indexing
                where tenant_id = ? and copied_before is not null""", List.of(tenantId), IndexCopyRepository::copying).stream()
                .findFirst();
    }

    List<UnindexedEvent> uncopied(Copying copying) {
        return statements.query(UNCOPIED, List.of(copying.tenantId(), copying.before()), UnindexedEvent::of);
    }

    void move(Copying copying, UUID before, int copied) {
        statements.update("update event_indexing set copied_before = ?, copied = copied + ? where tenant_id = ?",
                List.of(before, copied, copying.tenantId()));
    }

    void finish(String tenantId) {
        statements.update("update event_indexing set copied_before = null, copied = to_copy where tenant_id = ?",
                List.of(tenantId));
    }

    boolean areEarlierIndexesThere() {
        return statements.query("select to_regclass('event_search') is not null as there", List.of(), row -> row.flag("there"))
                .get(0);
    }

    /** Fails where it would have to wait for others, who would wait behind it. */
    void dropEarlierIndexes() {
        statements.update("set local lock_timeout = '200ms'", List.of());
        statements.update("drop index if exists event_search, event_by_entity", List.of());
    }

    private static Copying copying(Row row) {
        return new Copying(row.text("tenant_id"), row.id("copied_before"), row.number("copied"), row.number("to_copy"));
    }
}
