package io.painchain.backend.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.id.Ids;
import io.painchain.backend.integration.IntegrationDeleted;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.model.integration.RateLimitReport.Quota;

/** Latest quotas, and a history with one entry per resource and minute. */
@Singleton
class RateLimitRepository {

    private static final Duration RESOLUTION = Duration.ofMinutes(1);

    private final Statements statements;
    private final Ids ids;

    RateLimitRepository(Statements statements, Ids ids) {
        this.statements = statements;
        this.ids = ids;
    }

    record Measurement(UUID integrationId, String resource, String tokenHash, Quota quota, String forecast, Instant checkedAt) {
    }

    /** In resource order, so that concurrent reports cannot deadlock. */
    void put(IntegrationReference integration, String tokenHash, Map<String, Quota> quotas, Map<String, String> forecasts,
            Instant now) {
        new TreeMap<>(quotas).forEach((resource, quota) -> statements.update("""
                insert into rate_limit (tenant_id, integration_id, resource_type, token_hash, quota, remaining, used, reset_at,
                                        forecast, checked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
                on conflict (tenant_id, integration_id, resource_type) do update
                set token_hash = excluded.token_hash, quota = excluded.quota, remaining = excluded.remaining,
                    used = excluded.used, reset_at = excluded.reset_at, forecast = excluded.forecast,
                    checked_at = excluded.checked_at""",
                Arrays.asList(integration.tenantId(), integration.id(), resource, tokenHash, quota.limit(), quota.remaining(),
                        quota.used(), quota.reset(), forecasts.get(resource), now)));
        new TreeMap<>(quotas).forEach((resource, quota) -> remember(integration, tokenHash, resource, quota, now));
    }

    /** Without an integration all of the tenant. */
    List<Measurement> newest(String tenantId, UUID integrationId) {
        return statements.query(
                """
                        select distinct on (resource_type, token_hash) integration_id, resource_type, token_hash, quota, remaining, used,
                               reset_at, cast(forecast as text) as forecast, checked_at
                        from rate_limit
                        where tenant_id = ? and (cast(? as uuid) is null or integration_id = cast(? as uuid))
                        order by resource_type, token_hash, checked_at desc""",
                Arrays.asList(tenantId, integrationId, integrationId), row -> measurement(row, row.text("forecast")));
    }

    /** Oldest first; without an integration all of the tenant. */
    List<Measurement> history(String tenantId, UUID integrationId, String resource, Instant from, int limit) {
        return statements.query("""
                select integration_id, resource_type, token_hash, quota, remaining, used, reset_at, checked_at
                from rate_limit_history
                where tenant_id = ? and resource_type = ? and checked_at >= ?
                  and (cast(? as uuid) is null or integration_id = cast(? as uuid))
                order by checked_at, id limit ?""",
                Arrays.asList(tenantId, resource, from, integrationId, integrationId, limit), row -> measurement(row, null));
    }

    int removeSome(Instant before, int most) {
        return statements.update("""
                delete from rate_limit_history where (tenant_id, id) in (
                    select tenant_id, id from rate_limit_history where checked_at < ? order by checked_at limit ?
                    for update skip locked)""", List.of(before, most));
    }

    void deleted(@Observes IntegrationDeleted deletion) {
        var integration = deletion.integration();
        statements.update("delete from rate_limit where tenant_id = ? and integration_id = ?",
                List.of(integration.tenantId(), integration.id()));
        statements.update("delete from rate_limit_history where tenant_id = ? and integration_id = ?",
                List.of(integration.tenantId(), integration.id()));
    }

    private void remember(IntegrationReference integration, String tokenHash, String resource, Quota quota, Instant now) {
        statements.update(
                """
                        insert into rate_limit_history (tenant_id, id, integration_id, resource_type, token_hash, quota, remaining, used,
                                                        reset_at, checked_at)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        where not exists (select 1 from rate_limit_history
                                          where tenant_id = ? and integration_id = ? and resource_type = ? and checked_at > ?)""",
                List.of(integration.tenantId(), ids.next(), integration.id(), resource, tokenHash, quota.limit(),
                        quota.remaining(), quota.used(), quota.reset(), now, integration.tenantId(), integration.id(), resource,
                        now.minus(RESOLUTION)));
    }

    private static Measurement measurement(Row row, String forecast) {
        return new Measurement(row.id("integration_id"), row.text("resource_type"), row.text("token_hash"),
                new Quota((int) row.number("quota"), (int) row.number("remaining"), (int) row.number("used"),
                        row.instant("reset_at")),
                forecast, row.instant("checked_at"));
    }
}
