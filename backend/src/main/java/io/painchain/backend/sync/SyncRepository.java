package io.painchain.backend.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.integration.SyncState;
import io.painchain.backend.integration.SyncStates;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.RateLimit;
import io.painchain.model.integration.SyncReport;

/** How integrations fare, as their connectors tell. */
@Singleton
public class SyncRepository implements SyncStates {

    private static final TypeReference<Map<String, RateLimit>> RATE_LIMIT = new TypeReference<>() {
    };
    private static final TypeReference<List<String>> WARNINGS = new TypeReference<>() {
    };

    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final Clock clock;

    SyncRepository(EntityManager entities, ObjectMapper mapper, Clock clock) {
        this.entities = entities;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** That a cycle begins; what the last one came to stays until it ends. */
    void begin(IntegrationReference integration, SyncReport report) {
        about(integration, """
                insert into integration_sync (tenant_id, integration_id, status, started_at, reported_at)
                values (:tenant, :integration, 'pending', :started, :now)
                on conflict (tenant_id, integration_id) do update
                set started_at = excluded.started_at, finished_at = null, reported_at = excluded.reported_at
                where integration_sync.started_at <= excluded.started_at""")
                .setParameter("started", report.startedAt())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** @return false where a report of a later cycle is stored already, which stays */
    boolean finish(IntegrationReference integration, SyncReport report) {
        return about(integration,
                """
                        insert into integration_sync (tenant_id, integration_id, status, started_at, finished_at, last_sync, last_error,
                                                      rate_limit, warnings, reported_at)
                        values (:tenant, :integration, :status, :started, :finished, case when :status <> 'error' then cast(:finished as timestamptz) end,
                                :error, cast(:rateLimit as jsonb), cast(:warnings as jsonb), :now)
                        on conflict (tenant_id, integration_id) do update
                        set status = excluded.status, started_at = excluded.started_at, finished_at = excluded.finished_at,
                            last_sync = coalesce(excluded.last_sync, integration_sync.last_sync), last_error = excluded.last_error,
                            rate_limit = integration_sync.rate_limit || excluded.rate_limit, warnings = excluded.warnings, reported_at = excluded.reported_at
                        where integration_sync.started_at <= excluded.started_at""")
                .setParameter("status", report.status().name())
                .setParameter("started", report.startedAt())
                .setParameter("finished", report.finishedAt())
                .setParameter("error", report.error())
                .setParameter("rateLimit", json(report.rateLimit() == null ? Map.of() : report.rateLimit()))
                .setParameter("warnings", json(report.warnings() == null ? List.of() : report.warnings()))
                .setParameter("now", clock.instant())
                .executeUpdate() == 1;
    }

    /** Those that are not named stay as they are. Of one that begins to fail, the last sync before is kept. */
    void mergeRepositories(IntegrationReference integration, List<SyncReport.Repository> repositories, Instant previousSync) {
        var byName = new LinkedHashMap<String, SyncReport.Repository>();
        repositories.forEach(repository -> byName.put(repository.name(), repository));
        about(integration, """
                insert into integration_repository (tenant_id, integration_id, name, status, last_sync, last_error)
                select :tenant, :integration, name, status, null, error
                from jsonb_to_recordset(cast(:repositories as jsonb)) as reported (name text, status text, error text)
                order by name
                on conflict (tenant_id, integration_id, name) do update
                set status = excluded.status, last_error = excluded.last_error,
                    last_sync = case when integration_repository.status in ('ok', 'degraded')
                                     then cast(:previousSync as timestamptz) else integration_repository.last_sync end""")
                .setParameter("repositories", json(byName.values()))
                .setParameter("previousSync", previousSync)
                .executeUpdate();
    }

    void removeRepositories(IntegrationReference integration, List<String> names) {
        about(integration, """
                delete from integration_repository
                where tenant_id = :tenant and integration_id = :integration
                  and name in (select jsonb_array_elements_text(cast(:names as jsonb)))""")
                .setParameter("names", json(names))
                .executeUpdate();
    }

    Instant lastSync(IntegrationReference integration) {
        List<?> rows = about(integration, """
                select last_sync from integration_sync
                where tenant_id = :tenant and integration_id = :integration for update""").getResultList();
        return rows.isEmpty() ? null : (Instant) rows.get(0);
    }

    @Override
    public Map<UUID, SyncState> states(Set<String> tenantIds, Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var repositories = repositories(tenantIds, ids);
        var rejected = rejected(tenantIds, ids);
        var states = new HashMap<UUID, SyncState>();
        rows(among(tenantIds, ids, """
                select id, status, finished_at, last_sync, last_error, cast(rate_limit as text), reported_at,
                       cast(warnings as text)
                from integration left join integration_sync s
                     on s.tenant_id = integration.tenant_id and s.integration_id = integration.id
                where integration.tenant_id in :tenants and id in :ids"""))
                .forEach(row -> states.put((UUID) row[0], state(row, repositories, rejected)));
        return states;
    }

    private SyncState state(Object[] row, Map<UUID, List<SyncState.Repository>> repositories, Map<UUID, Long> rejected) {
        var status = row[1] == null ? IntegrationStatus.pending : IntegrationStatus.valueOf((String) row[1]);
        boolean isUnknown = row[1] == null;
        return new SyncState(status, isUnknown ? (Instant) row[6] : (Instant) row[2], (Instant) row[3], (String) row[4],
                isUnknown ? Map.of() : read((String) row[5], RATE_LIMIT),
                isUnknown ? List.of() : read((String) row[7], WARNINGS), (Instant) row[6],
                repositories.getOrDefault(row[0], List.of()), rejected.getOrDefault(row[0], 0L));
    }

    private Map<UUID, List<SyncState.Repository>> repositories(Set<String> tenantIds, Set<UUID> ids) {
        return rows(among(tenantIds, ids, """
                select integration_id, name, status, last_sync, last_error from integration_repository
                where tenant_id in :tenants and integration_id in :ids
                order by name""")).stream().collect(Collectors.groupingBy(row -> (UUID) row[0],
                Collectors.mapping(row -> new SyncState.Repository((String) row[1],
                        IntegrationStatus.valueOf((String) row[2]), (Instant) row[3], (String) row[4]), Collectors.toList())));
    }

    private Map<UUID, Long> rejected(Set<String> tenantIds, Set<UUID> ids) {
        return rows(among(tenantIds, ids, """
                select integration_id, count(*) from rejected_draft
                where tenant_id in :tenants and integration_id in :ids
                group by integration_id""")).stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).longValue()));
    }

    private Query about(IntegrationReference integration, String statement) {
        return entities.createNativeQuery(statement)
                .setParameter("tenant", integration.tenantId())
                .setParameter("integration", integration.id());
    }

    private Query among(Set<String> tenantIds, Set<UUID> ids, String statement) {
        return entities.createNativeQuery(statement).setParameter("tenants", tenantIds).setParameter("ids", ids);
    }

    private static List<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored report is unreadable", e);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A report cannot be written as JSON", e);
        }
    }
}
