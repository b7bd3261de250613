package io.painchain.backend.checkpoint;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.integration.IntegrationDeleted;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.CheckpointResult;

/** Opaque documents, written by compare-and-put: of two crawls of one repository neither undoes the other. */
@Singleton
public class CheckpointRepository {

    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {
    };

    private final Statements statements;
    private final ObjectMapper mapper;
    private final Clock clock;

    CheckpointRepository(Statements statements, ObjectMapper mapper, Clock clock) {
        this.statements = statements;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** In the caller's transaction. Rows are locked in key order; results come in the order of the checkpoints. */
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

    public List<Checkpoint> list(IntegrationReference integration) {
        return statements.query("""
                select key, version, cast(value as text) as value from checkpoint
                where tenant_id = ? and integration_id = ?
                order by key""", List.of(integration.tenantId(), integration.id()), this::checkpoint);
    }

    private CheckpointResult write(IntegrationReference integration, Checkpoint checkpoint) {
        return put(integration, checkpoint)
                .map(version -> new CheckpointResult(checkpoint.key(), CheckpointResult.Outcome.stored, version, null))
                .orElseGet(() -> stale(integration, checkpoint.key()));
    }

    /** Empty where the stored version is another. */
    private Optional<Long> put(IntegrationReference integration, Checkpoint checkpoint) {
        var versions = checkpoint.version() == 0 ? insert(integration, checkpoint) : update(integration, checkpoint);
        return versions.stream().findFirst();
    }

    private List<Long> insert(IntegrationReference integration, Checkpoint checkpoint) {
        return statements.query("""
                insert into checkpoint (tenant_id, integration_id, key, version, value, updated_at)
                values (?, ?, ?, 1, cast(? as jsonb), ?)
                on conflict do nothing
                returning version""", List.of(integration.tenantId(), integration.id(), checkpoint.key(),
                json(checkpoint.value()), clock.instant()), CheckpointRepository::version);
    }

    private List<Long> update(IntegrationReference integration, Checkpoint checkpoint) {
        return statements.query("""
                update checkpoint set version = version + 1, value = cast(? as jsonb), updated_at = ?
                where tenant_id = ? and integration_id = ? and key = ? and version = ?
                returning version""", List.of(json(checkpoint.value()), clock.instant(), integration.tenantId(),
                integration.id(), checkpoint.key(), checkpoint.version()), CheckpointRepository::version);
    }

    private CheckpointResult stale(IntegrationReference integration, String key) {
        var stored = statements.query("""
                select key, version, cast(value as text) as value from checkpoint
                where tenant_id = ? and integration_id = ? and key = ?""",
                List.of(integration.tenantId(), integration.id(), key), this::checkpoint).stream().findFirst();
        return new CheckpointResult(key, CheckpointResult.Outcome.stale, stored.map(Checkpoint::version).orElse(0L),
                stored.map(Checkpoint::value).orElse(null));
    }

    void deleted(@Observes IntegrationDeleted deletion) {
        var integration = deletion.integration();
        statements.update("delete from checkpoint where tenant_id = ? and integration_id = ?",
                List.of(integration.tenantId(), integration.id()));
    }

    private static Long version(Row row) {
        return row.number("version");
    }

    private Checkpoint checkpoint(Row row) {
        try {
            return new Checkpoint(row.text("key"), row.number("version"), mapper.readValue(row.text("value"), DOCUMENT));
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
