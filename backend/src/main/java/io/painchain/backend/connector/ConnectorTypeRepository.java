package io.painchain.backend.connector;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.painchain.backend.database.Statements;
import io.painchain.model.connector.ConnectorType;

/** Shared by all tenants. */
@Singleton
class ConnectorTypeRepository {

    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Statements statements;
    private final Clock clock;

    ConnectorTypeRepository(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    void put(ConnectorType type) {
        var now = clock.instant();
        statements.update("""
                insert into connector_type (id, metadata, registered_at, updated_at) values (?, cast(? as json), ?, ?)
                on conflict (id) do update set metadata = excluded.metadata, updated_at = excluded.updated_at
                where cast(connector_type.metadata as text) <> cast(excluded.metadata as text)""",
                List.of(type.id(), write(type), now, now));
    }

    Optional<ConnectorType> find(String id) {
        return statements.query("select cast(metadata as text) as metadata from connector_type where id = ?", List.of(id),
                row -> read(row.text("metadata"))).stream().findFirst();
    }

    Optional<JsonNode> configSchema(String id) {
        return statements.query("""
                select cast(metadata -> 'configSchema' as text) as schema from connector_type where id = ?""", List.of(id),
                row -> tree(row.text("schema"))).stream().findFirst();
    }

    List<ConnectorType> list() {
        return statements.query("select cast(metadata as text) as metadata from connector_type order by id", List.of(),
                row -> read(row.text("metadata")));
    }

    String version() {
        return statements.query("select concat(count(*), ' ', max(updated_at)) as version from connector_type", List.of(),
                row -> row.text("version")).get(0);
    }

    List<String> ids() {
        return statements.query("select id from connector_type order by id", List.of(), row -> row.text("id"));
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
