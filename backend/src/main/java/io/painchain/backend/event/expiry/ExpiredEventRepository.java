package io.painchain.backend.event.expiry;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

/** Never waits for writers' locks, and holds its own briefly. */
@Singleton
class ExpiredEventRepository {

    /** The same for all backends of a database. */
    static final long LOCK = 7_305_201_811L;

    private final Statements statements;

    ExpiredEventRepository(Statements statements) {
        this.statements = statements;
    }

    record Name(String project, String connector) {
    }

    List<String> tenants() {
        return statements.query("select distinct tenant_id from project order by 1", List.of(), row -> row.text("tenant_id"));
    }

    /** Held until the transaction ends; false where another backend holds it. */
    boolean lock() {
        return statements.query("select pg_try_advisory_xact_lock(?) as locked", List.of(LOCK), row -> row.flag("locked"))
                .get(0);
    }

    int removeSome(String tenantId, Instant cutoff, int limit) {
        return statements.query("""
                with chosen as materialized (
                    select id from event
                    where tenant_id = ? and "timestamp" < ? and coalesce(end_timestamp, "timestamp") < ?
                    order by "timestamp", id limit ?
                    for update skip locked
                ), revisions as (
                    delete from event_revision r using chosen c where r.tenant_id = ? and r.id = c.id
                ), documents as (
                    delete from event_document d using chosen c where d.tenant_id = ? and d.id = c.id
                ), events as (
                    delete from event e using chosen c where e.tenant_id = ? and e.id = c.id returning 1
                )
                select count(*) from events""", List.of(tenantId, cutoff, cutoff, limit, tenantId, tenantId, tenantId),
                row -> (int) row.number("count")).get(0);
    }

    int removeHours(String tenantId, Instant cutoff, int limit) {
        return statements.update("""
                delete from tag_hour where tenant_id = ? and (tag, hour) in (
                    select t.tag, t.hour from tag_hour t
                    where t.tenant_id = ? and t.hour < ? - interval '1 hour' and not exists (
                        select from event e
                        where e.tenant_id = t.tenant_id and e."timestamp" >= t.hour
                            and e."timestamp" < t.hour + interval '1 hour' and e.tags @> array[t.tag])
                    limit ?)""", List.of(tenantId, tenantId, cutoff, limit));
    }

    /** Projects without events, as far as concurrent transactions are visible. */
    List<Name> removeProjects(String tenantId) {
        return statements.query("""
                delete from project p
                where p.tenant_id = ? and not exists (
                    select from event e
                    where e.tenant_id = p.tenant_id and e.project = p.project and e.connector = p.connector)
                returning p.project, p.connector""", List.of(tenantId),
                row -> new Name(row.text("project"), row.text("connector")));
    }

    String nextTransaction() {
        return statements.query("select cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as next", List.of(),
                row -> row.text("next")).get(0);
    }

    boolean haveEndedBefore(String transaction) {
        return statements.query("select pg_snapshot_xmin(pg_current_snapshot()) >= cast(? as xid8) as ended",
                List.of(transaction), row -> row.flag("ended")).get(0);
    }

    void restoreProjects(String tenantId, List<Name> names) {
        statements.update("""
                insert into project (tenant_id, project, connector)
                select ?, n.project, n.connector from unnest(?, ?) n(project, connector)
                where exists (
                    select from event e where e.tenant_id = ? and e.project = n.project and e.connector = n.connector)
                on conflict do nothing""",
                List.of(tenantId, names.stream().map(Name::project).toArray(String[]::new),
                        names.stream().map(Name::connector).toArray(String[]::new), tenantId));
    }
}
