package io.painchain.backend.event.index;

import java.util.List;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;

/** Moves a tenant's position only as far as no transaction can commit a change below it any more. */
@Singleton
class IndexRepository {

    /** The same for all backends of a database; with the tenant's digest the lock of its index. */
    private static final int LOCK = 730_521;

    /** A subquery of one row, so that the planner cannot read all documents instead. */
    private static final String IS_UNINDEXED = """
            e.changed is not null and (e.changed, e.id) > (cast(? as xid8), ?)
            and coalesce((select d.revision from event_document d where d.tenant_id = e.tenant_id and d.id = e.id), 0)
                <> e.revision""";

    private static final String UNINDEXED = UnindexedEvent.select("e.tenant_id = ? and " + IS_UNINDEXED, "e.changed, e.id");

    private final Statements statements;

    IndexRepository(Statements statements) {
        this.statements = statements;
    }

    /**
     * @param settled all transactions before it have ended
     * @param next the next transaction
     * @param newest the last of the changes that can be seen; 0 where there is none
     * @param whole whether all events of before the index are copied
     */
    record State(IndexPosition position, long settled, long next, long newest, boolean whole) {

        /** What can be seen above the position may be in the index all the same. */
        boolean mayBeBehind() {
            return newest != 0 && Long.compareUnsigned(newest, position.changed()) >= 0;
        }
    }

    State state(String tenantId) {
        return statements.preparedQuery("""
                select cast(i.changed as text) as changed, i.event, i.copied_before is null as whole,
                    cast(pg_snapshot_xmin(s) as text) as settled, cast(pg_snapshot_xmax(s) as text) as next,
                    (select cast(e.changed as text) from event e where e.tenant_id = ? and e.changed is not null
                        order by e.changed desc limit 1) as newest
                from pg_current_snapshot() s left join event_indexing i on i.tenant_id = ?""", List.of(tenantId, tenantId),
                IndexRepository::state).get(0);
    }

    private static State state(Row row) {
        long next = Long.parseUnsignedLong(row.text("next"));
        var changed = row.text("changed");
        var position = changed == null ? IndexPosition.START
                : new IndexPosition(Long.parseUnsignedLong(changed), row.id("event")).knownTo(next);
        var newest = row.text("newest");
        return new State(position, Long.parseUnsignedLong(row.text("settled")), next,
                newest == null ? 0 : Long.parseUnsignedLong(newest), row.flag("whole"));
    }

    boolean isBehind(String tenantId, IndexPosition position) {
        return statements.preparedQuery("select exists (select from event e where e.tenant_id = ? and " + IS_UNINDEXED
                + ") as behind", List.of(tenantId, text(position), position.event()), row -> row.flag("behind")).get(0);
    }

    boolean isByHour(String tenantId) {
        return statements.preparedQuery("select by_hour from event_indexing where tenant_id = ?", List.of(tenantId),
                row -> row.flag("by_hour")).stream().allMatch(byHour -> byHour);
    }

    /** Of all tenants, as the server last counted. */
    long estimatedEvents() {
        // By its index: the table's name may be a view's.
        return statements.preparedQuery("""
                select cast(c.reltuples as bigint) as events from pg_index i join pg_class c on c.oid = i.indrelid
                where i.indexrelid = cast('event_document_terms' as regclass)""", List.of(), row -> row.number("events"))
                .get(0);
    }

    long countUnindexed(String tenantId, IndexPosition position, int most) {
        return statements.query("select count(*) from (select from event e where e.tenant_id = ? and " + IS_UNINDEXED
                + " limit ?) u", List.of(tenantId, text(position), position.event(), most), row -> row.number("count")).get(0);
    }

    List<String> tenants() {
        return statements.query("select distinct tenant_id from project order by 1", List.of(), row -> row.text("tenant_id"));
    }

    /** Until the transaction ends. */
    void lock(String tenantId) {
        statements.preparedQuery("select pg_advisory_xact_lock(?, hashtext(?))", List.of(LOCK, tenantId), row -> true);
    }

    /** False where somebody else is at it. */
    boolean tryLock(String tenantId) {
        return statements.preparedQuery("select pg_try_advisory_xact_lock(?, hashtext(?)) as locked", List.of(LOCK, tenantId),
                row -> row.flag("locked")).get(0);
    }

    List<UnindexedEvent> unindexed(String tenantId, IndexPosition position) {
        return statements.preparedQuery(UNINDEXED, List.of(tenantId, text(position), position.event()), UnindexedEvent::of);
    }

    /** Without those that were deleted or changed again meanwhile. */
    void write(String tenantId, List<EventDocument> documents) {
        statements.preparedQuery("""
                with written as (
                    insert into event_document (tenant_id, id, "timestamp", revision, search, names)
                    select e.tenant_id, e.id, e."timestamp", e.revision, cast(i.search as tsvector),
                        cast(i.names as bigint[])
                    from unnest(cast(? as uuid[]), cast(? as bigint[]), ?, ?) with ordinality
                        as i(id, revision, search, names, position)
                    join event e on e.tenant_id = ? and e.id = i.id and e.revision = i.revision
                    order by i.position
                    on conflict (tenant_id, id) do update
                    set "timestamp" = excluded."timestamp", revision = excluded.revision, search = excluded.search,
                        names = excluded.names
                    returning 1
                )
                select count(*) from written""",
                List.of(texts(documents, document -> document.id().toString()),
                        texts(documents, document -> Long.toString(document.revision())),
                        texts(documents, EventDocument::search), texts(documents, EventDocument::names), tenantId),
                row -> row.number("count"));
    }

    void move(String tenantId, IndexPosition position) {
        statements.update("""
                insert into event_indexing (tenant_id, changed, event) values (?, cast(? as xid8), ?)
                on conflict (tenant_id) do update set changed = excluded.changed, event = excluded.event""",
                List.of(tenantId, text(position), position.event()));
    }

    /**
     * Sorts the index's pending entries in. With little memory it does so in several steps, of which those that are done stay
     * done where the statement runs out of time.
     */
    void settle() {
        statements.update("set local maintenance_work_mem = '8MB'", List.of());
        statements.query("select gin_clean_pending_list('event_document_terms')", List.of(), row -> true);
    }

    private static String text(IndexPosition position) {
        return Long.toUnsignedString(position.changed());
    }

    private static String[] texts(List<EventDocument> documents, Function<EventDocument, String> text) {
        return documents.stream().map(text).toArray(String[]::new);
    }
}
