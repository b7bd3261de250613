package io.painchain.backend.checkpoint;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.integration.IntegrationReference;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.CheckpointResult;

/** Where connectors stand; opaque. Written by compare-and-put, so that of two that crawl the same one cannot undo the other. */
@Singleton
public class CheckpointRepository {

    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {
    };

    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final Clock clock;

    CheckpointRepository(EntityManager entities, ObjectMapper mapper, Clock clock) {
        this.entities = entities;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Stores each checkpoint whose version is the stored one, in the caller's transaction. The rows are locked in the order
     * of their keys until it ends; the results come in the order of the checkpoints.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<CheckpointResult> write(IntegrationReference integration, List<Checkpoint> checkpoints) {
        var results = new CheckpointResult[checkpoints.size()];
        var order = new ArrayList<Integer>();
        for (int i = 0; i < results.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> checkpoints.get(i).key()));
        order.forEach(i -> results[i] = write(integration, checkpoints.get(i)));
        return List.of(results);
    }

    /** All checkpoints of an integration, by key. */
    public List<Checkpoint> list(IntegrationReference integration) {
        return rows(about(integration, """
                select key, version, cast(value as text) from checkpoint
                where tenant_id = :tenant and integration_id = :integration
                order by key""")).stream().map(this::checkpoint).toList();
    }

    private CheckpointResult write(IntegrationReference integration, Checkpoint checkpoint) {
        return put(integration, checkpoint)
                .map(version -> new CheckpointResult(checkpoint.key(), CheckpointResult.Outcome.stored, version, null))
                .orElseGet(() -> stale(integration, checkpoint.key()));
    }

    private Optional<Long> put(IntegrationReference integration, Checkpoint checkpoint) {
        var statement = checkpoint.version() == 0 ? """
                insert into checkpoint (tenant_id, integration_id, key, version, value, updated_at)
                values (:tenant, :integration, :key, :version + 1, cast(:value as jsonb), :now)
                on conflict do nothing
                returning version""" : """
                update checkpoint set version = version + 1, value = cast(:value as jsonb), updated_at = :now
                where tenant_id = :tenant and integration_id = :integration and key = :key and version = :version
                returning version""";
        List<?> versions = about(integration, statement)
                .setParameter("key", checkpoint.key())
                .setParameter("version", checkpoint.version())
                .setParameter("value", json(checkpoint.value()))
                .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .getResultList();
        return versions.stream().map(version -> ((Number) version).longValue()).findFirst();
    }

    private CheckpointResult stale(IntegrationReference integration, String key) {
        var stored = rows(about(integration, """
                select key, version, cast(value as text) from checkpoint
                where tenant_id = :tenant and integration_id = :integration and key = :key""")
                .setParameter("key", key)).stream().map(this::checkpoint).findFirst();
        return new CheckpointResult(key, CheckpointResult.Outcome.stale, stored.map(Checkpoint::version).orElse(0L),
                stored.map(Checkpoint::value).orElse(null));
    }

    private Query about(IntegrationReference integration, String statement) {
        return entities.createNativeQuery(statement)
                .setParameter("tenant", integration.tenantId())
                .setParameter("integration", integration.id());
    }

    private static List<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private Checkpoint checkpoint(Object[] row) {
        try {
            return new Checkpoint((String) row[0], ((Number) row[1]).longValue(),
                    mapper.readValue((String) row[2], DOCUMENT));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored checkpoint is no JSON object", e);
        }
    }

    private String json(Map<String, Object> value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A checkpoint's value cannot be written as JSON", e);
        }
    }
}
