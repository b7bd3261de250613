package io.painchain.backend.webhook.digest;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.connector.WorkerRepository;
import io.painchain.backend.database.Statements;
import io.painchain.backend.id.TenantKey;
import io.painchain.backend.task.LeaseRequest;
import io.painchain.model.validation.Limits;

/** What waits, and who takes it. Rows that another transaction holds are skipped. */
@Singleton
class ClaimRepository {

    /** By jumps through the index, however much waits. In no order, so that none with much keeps one with little waiting. */
    private static final String WAITING = """
            with recursive request as (
                select cast(? as text) as type, cast(? as text) as tenant_id, cast(? as text) as worker,
                       cast(? as timestamptz) as now, cast(? as timestamptz) as live_since
            ), sender (tenant_id, integration_id) as (
                (select d.tenant_id, d.integration_id from delivery d, request r
                 where d.not_before is not null and d.type = r.type and d.tenant_id = coalesce(r.tenant_id, d.tenant_id)
                 order by d.tenant_id, d.integration_id limit 1)
                union all
                select next.tenant_id, next.integration_id
                from sender s
                cross join request r
                cross join lateral (
                    select d.tenant_id, d.integration_id from delivery d
                    where d.not_before is not null and d.type = r.type
                      and (d.tenant_id, d.integration_id) > (s.tenant_id, s.integration_id)
                      and d.tenant_id = coalesce(r.tenant_id, d.tenant_id)
                    order by d.tenant_id, d.integration_id limit 1) next
            )
            select s.tenant_id, s.integration_id
            from sender s
            join integration i on i.tenant_id = s.tenant_id and i.id = s.integration_id
            cross join request r
            where i.enabled and i.deleted_at is null
              and (r.worker is null or assigned_worker(r.type, i.secret_digest, i.id, r.live_since) = r.worker)
              and exists (select 1 from delivery d
                          where d.type = r.type and d.tenant_id = s.tenant_id and d.integration_id = s.integration_id
                            and d.not_before <= r.now)
            order by random()
            limit ?""";

    /** The oldest, no more than the first of them may be together with, nor than any behind it. */
    private static final String CLAIM = """
            with waiting as (
                select id, most, body_bytes from delivery
                where type = ? and tenant_id = ? and integration_id = ? and not_before <= ?
                order by id limit %d
                for update skip locked
            ), counted as (
                select id, row_number() over oldest as n, min(most) over oldest as most, sum(body_bytes) over oldest as bytes
                from waiting
                window oldest as (order by id rows unbounded preceding)
            )
            update delivery d
            set state = 'leased', attempt = attempt + 1, task_id = ?, not_before = null
            from counted c
            where d.tenant_id = ? and d.id = c.id and c.n <= c.most and (c.n = 1 or c.bytes <= %d)
            returning d.id""".formatted(Limits.TASK_DELIVERIES, Limits.TASK_DELIVERY_BYTES);

    private final Statements statements;

    ClaimRepository(Statements statements) {
        this.statements = statements;
    }

    List<TenantKey> waiting(LeaseRequest request, Instant now, int most) {
        return statements.query(WAITING, Arrays.asList(request.type(), request.tenantId(), request.worker(), now,
                now.minus(WorkerRepository.LIVE), most),
                row -> new TenantKey(row.text("tenant_id"), row.id("integration_id")));
    }

    /** @return how many */
    int claim(String type, TenantKey integration, UUID task, Instant now) {
        return statements.query(CLAIM, List.of(type, integration.tenantId(), integration.id(), now, task,
                integration.tenantId()), row -> true).size();
    }

    List<String> typesWithWaiting(Instant now) {
        return statements.query("""
                select t.id from connector_type t
                where exists (select 1 from delivery d where d.not_before <= ? and d.type = t.id)""", List.of(now),
                row -> row.text("id"));
    }
}
