package io.painchain.backend.operator;

import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

/** A tenant's rows in whichever table, some at a time, so that no statement takes long. */
@Singleton
class TenantRowsRepository {

    private static final int ROWS_AT_ONCE = 5_000;
    private static final int BLOCKS_AT_ONCE = 128;
    /** Digests and what is encrypted help nobody but who wants to break them. */
    private static final String PRIVATE = "array['secrets', 'secret_digest', 'secret', 'previous_secret', 'digest', 'input', 'sealed']";

    private final Statements statements;

    TenantRowsRepository(Statements statements) {
        this.statements = statements;
    }

    /** Those first that others refer to nothing in; of those that are partitioned, the partitions. */
    List<String> tables() {
        return statements.query("""
                with recursive owned as (
                    select c.oid from pg_class c
                    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and exists (
                        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
                ), depth as (
                    select oid, 0 as referrers from owned
                    union all
                    select k.confrelid, d.referrers + 1 from depth d
                    join pg_constraint k on k.conrelid = d.oid and k.contype = 'f' and k.confrelid <> k.conrelid
                )
                select oid::regclass::text as name from depth join owned using (oid) group by oid
                order by max(referrers), 1""", List.of(), row -> row.text("name"));
    }

    /** In the caller's transaction. @return how many; fewer than {@link #ROWS_AT_ONCE} only at the end */
    int eraseSome(String table, String tenantId) {
        statements.query("select set_config('painchain.erased_tenant', ?, true)", List.of(tenantId), row -> true);
        return statements.update(("delete from %1$s where tenant_id = ? and ctid = any(array("
                + "select ctid from %1$s where tenant_id = ? limit ?))").formatted(table),
                List.of(tenantId, tenantId, ROWS_AT_ONCE));
    }

    static boolean mayBeMore(int erased) {
        return erased == ROWS_AT_ONCE;
    }

    long blocks(String table) {
        return statements.query("select pg_relation_size(cast(? as regclass)) / current_setting('block_size')::int as blocks",
                List.of(table), row -> row.number("blocks")).get(0);
    }

    /** JSON of the rows in some blocks. */
    List<String> rows(String table, String tenantId, long firstBlock) {
        return statements.query("""
                select cast(jsonb_build_object('table', cast(? as text), 'row', to_jsonb(t) - %s) as text) as line from %s t
                where t.tenant_id = ? and t.ctid >= cast(? as tid) and t.ctid < cast(? as tid)""".formatted(PRIVATE, table),
                List.of(table, tenantId, "(%d,0)".formatted(firstBlock), "(%d,0)".formatted(firstBlock + BLOCKS_AT_ONCE)),
                row -> row.text("line"));
    }

    static long next(long firstBlock) {
        return firstBlock + BLOCKS_AT_ONCE;
    }
}
