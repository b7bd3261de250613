package io.painchain.backend.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.Statements;
import io.painchain.backend.integration.IntegrationDeleted;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.model.integration.SyncReport;

@Singleton
class SyncRepository {

    private final Statements statements;
    private final ObjectMapper mapper;
    private final Clock clock;

    SyncRepository(Statements statements, ObjectMapper mapper, Clock clock) {
        this.statements = statements;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** The last result stays until the cycle ends. */
    void begin(IntegrationReference integration, SyncReport report) {
        statements.update("""
                insert into integration_sync (tenant_id, integration_id, status, started_at, reported_at)
                values (?, ?, 'pending', ?, ?)
                on conflict (tenant_id, integration_id) do update
                set started_at = excluded.started_at, finished_at = null, reported_at = excluded.reported_at
                where integration_sync.started_at <= excluded.started_at""",
                List.of(integration.tenantId(), integration.id(), report.startedAt(), clock.instant()));
    }

    /** @return false where a later cycle is stored already */
    boolean finish(IntegrationReference integration, SyncReport report) {
        var status = report.status().name();
        return statements.update("""
                insert into integration_sync (tenant_id, integration_id, status, started_at, finished_at, last_sync,
                                              last_error, rate_limit, warnings, reported_at, cycles, failed_cycles)
                values (?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as text), cast(? as jsonb), cast(? as jsonb), ?, 1, ?)
                on conflict (tenant_id, integration_id) do update
                set status = excluded.status, started_at = excluded.started_at, finished_at = excluded.finished_at,
                    last_sync = coalesce(excluded.last_sync, integration_sync.last_sync),
                    last_error = excluded.last_error, rate_limit = integration_sync.rate_limit || excluded.rate_limit,
                    warnings = excluded.warnings, reported_at = excluded.reported_at,
                    cycles = integration_sync.cycles + 1,
                    failed_cycles = integration_sync.failed_cycles + excluded.failed_cycles
                where integration_sync.started_at <= excluded.started_at""",
                Arrays.asList(integration.tenantId(), integration.id(), status, report.startedAt(), report.finishedAt(),
                        status.equals("error") ? null : report.finishedAt(), report.error(),
                        json(report.rateLimit() == null ? Map.of() : report.rateLimit()),
                        json(report.warnings() == null ? List.of() : report.warnings()), clock.instant(),
                        status.equals("error") ? 1 : 0)) == 1;
    }

    /** Unnamed ones stay. One that begins to fail keeps its last sync. */
    void mergeRepositories(IntegrationReference integration, List<SyncReport.Repository> repositories, Instant previousSync) {
        var byName = new LinkedHashMap<String, SyncReport.Repository>();
        repositories.forEach(repository -> byName.put(repository.name(), repository));
        statements.update("""
                insert into integration_repository (tenant_id, integration_id, name, status, last_sync, last_error, external_id)
                select ?, ?, name, status, null, error, "externalId"
                from jsonb_to_recordset(cast(? as jsonb)) as reported (name text, status text, error text, "externalId" text)
                order by name
                on conflict (tenant_id, integration_id, name) do update
                set status = excluded.status, last_error = excluded.last_error, removed_at = null,
                    external_id = coalesce(excluded.external_id, integration_repository.external_id),
                    last_sync = case when integration_repository.status in ('ok', 'degraded')
                                     then cast(? as timestamptz) else integration_repository.last_sync end""",
                Arrays.asList(integration.tenantId(), integration.id(), json(byName.values()), previousSync));
    }

    /** They stay, as their events do. One that was fine keeps when it was last read. */
    void removeRepositories(IntegrationReference integration, List<String> names, Instant at, Instant previousSync) {
        statements.update(
                """
                        update integration_repository
                        set removed_at = ?, last_sync = case when status in ('ok', 'degraded') then cast(? as timestamptz) else last_sync end
                        where tenant_id = ? and integration_id = ? and name = any(?) and removed_at is null""",
                Arrays.asList(at, previousSync, integration.tenantId(), integration.id(), names.toArray(String[]::new)));
    }

    /** Both {@code null} where it was never read. */
    record LastResult(String status, Instant lastSync) {
    }

    /** Locks the row. */
    LastResult lastResult(IntegrationReference integration) {
        return statements.query("""
                select status, last_sync from integration_sync
                where tenant_id = ? and integration_id = ? for update""",
                List.of(integration.tenantId(), integration.id()),
                row -> new LastResult(row.text("status"), row.instant("last_sync")))
                .stream().findFirst().orElse(new LastResult(null, null));
    }

    void deleted(@Observes IntegrationDeleted deletion) {
        var integration = deletion.integration();
        statements.update("delete from integration_repository where tenant_id = ? and integration_id = ?",
                List.of(integration.tenantId(), integration.id()));
        statements.update("delete from integration_sync where tenant_id = ? and integration_id = ?",
                List.of(integration.tenantId(), integration.id()));
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A report cannot be written as JSON", e);
        }
    }
}
