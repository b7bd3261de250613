package io.painchain.backend.connector;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.painchain.model.connector.ConnectorType;

/** The connector types that ever registered; the same for all tenants. */
@Singleton
class ConnectorTypeRepository {

    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final EntityManager entities;
    private final Clock clock;

    ConnectorTypeRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** A registration of the same metadata writes nothing. */
    void put(ConnectorType type) {
        entities.createNativeQuery("""
                insert into connector_type (id, metadata, registered_at, updated_at)
                values (:id, cast(:metadata as json), :now, :now)
                on conflict (id) do update set metadata = excluded.metadata, updated_at = excluded.updated_at
                where cast(connector_type.metadata as text) <> cast(excluded.metadata as text)""")
                .setParameter("id", type.id())
                .setParameter("metadata", write(type))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    Optional<ConnectorType> find(String id) {
        return texts("select cast(metadata as text) from connector_type where id = :id", id).stream().findFirst()
                .map(ConnectorTypeRepository::read);
    }

    /** Compared with the one before by its text, so a change of anything else in the metadata is none of it. */
    Optional<JsonNode> configSchema(String id) {
        return texts("select cast(metadata -> 'configSchema' as text) from connector_type where id = :id", id).stream()
                .findFirst().map(ConnectorTypeRepository::tree);
    }

    List<ConnectorType> list() {
        List<?> rows = entities.createNativeQuery("select cast(metadata as text) from connector_type order by id")
                .getResultList();
        return rows.stream().map(row -> read((String) row)).toList();
    }

    List<String> ids() {
        List<?> rows = entities.createNativeQuery("select id from connector_type order by id").getResultList();
        return rows.stream().map(String.class::cast).toList();
    }

    private List<String> texts(String statement, String id) {
        List<?> rows = entities.createNativeQuery(statement).setParameter("id", id).getResultList();
        return rows.stream().map(String.class::cast).toList();
    }

    private static String write(ConnectorType type) {
        try {
            return JSON.writeValueAsString(type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The metadata cannot be written as JSON", e);
        }
    }

    private static ConnectorType read(String metadata) {
        try {
            return JSON.readValue(metadata, ConnectorType.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored metadata of a connector type is unreadable", e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored schema of a connector type is unreadable", e);
        }
    }
}
