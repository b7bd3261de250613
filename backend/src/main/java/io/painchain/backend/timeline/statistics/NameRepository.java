package io.painchain.backend.timeline.statistics;

import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

/** Names outlive deleted events, so those without events are left out. */
@Singleton
class NameRepository {

    private static final String PROJECTS = """
            select p.connector, p.project, l.last_event
            from project p cross join lateral (
                select e."timestamp" as last_event from event e
                where e.tenant_id = p.tenant_id and e.project = p.project and e.connector = p.connector
                order by e."timestamp" desc limit 1) l
            where p.tenant_id = ? and (p.project, p.connector) > (?, ?)
            order by p.project, p.connector
            limit ?""";

    /** Skips from tag to tag by the index, and from hour to hour until one has an event left. */
    private static final String TAGS = """
            with recursive name as (
                (select tag from tag_hour where tenant_id = ? and tag > ? order by tag limit 1)
                union all
                select n.tag from name t cross join lateral (
                    select tag from tag_hour where tenant_id = ? and tag > t.tag order by tag limit 1) n
            )
            select t.tag, l.last_event
            from name t cross join lateral (
                select e."timestamp" as last_event
                from tag_hour h cross join lateral (
                    select e."timestamp" from event e
                    where e.tenant_id = ? and e.tags @> array[t.tag]
                        and e."timestamp" >= h.hour and e."timestamp" < h.hour + interval '1 hour'
                    order by e."timestamp" desc limit 1) e
                where h.tenant_id = ? and h.tag = t.tag
                order by h.hour desc limit 1) l
            limit ?""";

    private final Statements statements;

    NameRepository(Statements statements) {
        this.statements = statements;
    }

    List<ProjectEntry> projects(NameQuery query, int count) {
        return statements.query(PROJECTS, List.of(query.tenantId(), query.after().get(0), query.after().get(1), count),
                row -> new ProjectEntry(row.text("connector"), row.text("project"), row.instant("last_event")));
    }

    List<TagEntry> tags(NameQuery query, int count) {
        var tenant = query.tenantId();
        return statements.query(TAGS, List.of(tenant, query.after().get(0), tenant, tenant, tenant, count),
                row -> new TagEntry(row.text("tag"), row.instant("last_event")));
    }
}
