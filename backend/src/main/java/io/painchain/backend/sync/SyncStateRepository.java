package io.painchain.backend.sync;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.integration.SyncState;
import io.painchain.backend.integration.SyncStates;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.RateLimit;

@Singleton
class SyncStateRepository implements SyncStates {

    private static final TypeReference<Map<String, RateLimit>> RATE_LIMIT = new TypeReference<>() {
    };
    private static final TypeReference<List<String>> WARNINGS = new TypeReference<>() {
    };

    private final Statements statements;
    private final ObjectMapper mapper;

    SyncStateRepository(Statements statements, ObjectMapper mapper) {
        this.statements = statements;
        this.mapper = mapper;
    }

    private record Owned<T>(UUID integrationId, T value) {
    }

    @Override
    public Map<UUID, SyncState> states(Set<String> tenantIds, Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var among = List.of(texts(tenantIds), texts(ids));
        var repositories = repositories(among);
        var rejected = rejected(among);
        var states = new HashMap<UUID, SyncState>();
        statements.query("""
                select id, status, finished_at, last_sync, last_error, cast(rate_limit as text) as rate_limit, reported_at,
                       cast(warnings as text) as warnings
                from integration left join integration_sync s
                     on s.tenant_id = integration.tenant_id and s.integration_id = integration.id
                where integration.tenant_id = any(?) and id = any(cast(? as uuid[]))""", among,
                row -> states.put(row.id("id"), state(row, repositories.getOrDefault(row.id("id"), List.of()),
                        rejected.getOrDefault(row.id("id"), 0L))));
        return states;
    }

    private SyncState state(Row row, List<SyncState.Repository> repositories, long rejected) {
        boolean isReported = row.text("status") != null;
        return new SyncState(isReported ? IntegrationStatus.valueOf(row.text("status")) : IntegrationStatus.pending,
                row.instant("finished_at"), row.instant("last_sync"), row.text("last_error"),
                isReported ? read(row.text("rate_limit"), RATE_LIMIT) : Map.of(),
                isReported ? read(row.text("warnings"), WARNINGS) : List.of(), row.instant("reported_at"),
                repositories, rejected);
    }

    private Map<UUID, List<SyncState.Repository>> repositories(List<String[]> among) {
        return statements.query("""
                select integration_id, name, status, last_sync, last_error from integration_repository
                where tenant_id = any(?) and integration_id = any(cast(? as uuid[])) and removed_at is null
                order by name""", among, row -> new Owned<>(row.id("integration_id"), new SyncState.Repository(
                row.text("name"), IntegrationStatus.valueOf(row.text("status")), row.instant("last_sync"),
                row.text("last_error")))).stream()
                .collect(Collectors.groupingBy(Owned::integrationId, Collectors.mapping(Owned::value, Collectors.toList())));
    }

    private Map<UUID, Long> rejected(List<String[]> among) {
        return statements.query("""
                select integration_id, count(*) as count from rejected_draft
                where tenant_id = any(?) and integration_id = any(cast(? as uuid[]))
                group by integration_id""", among, row -> new Owned<>(row.id("integration_id"), row.number("count"))).stream()
                .collect(Collectors.toMap(Owned::integrationId, Owned::value));
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored report is unreadable", e);
        }
    }
}
