package io.painchain.backend.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.connector.schema.ConfigSchema;
import io.painchain.backend.connector.schema.SchemaCheck;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.validation.FieldError;

@Singleton
public class ConnectorRegistration {

    private final ConnectorTypeRepository types;
    private final ObjectMapper mapper;
    private final Event<ConfigSchemaChanged> schemaChanged;

    ConnectorRegistration(ConnectorTypeRepository types, ObjectMapper mapper, Event<ConfigSchemaChanged> schemaChanged) {
        this.types = types;
        this.mapper = mapper;
        this.schemaChanged = schemaChanged;
    }

    @Transactional
    public void register(String id, ConnectorType type) {
        JsonNode schema = mapper.valueToTree(type.configSchema());
        var errors = errors(id, type, schema);
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        var before = types.configSchema(id);
        types.put(type);
        var after = types.configSchema(id);
        if (!before.equals(after)) {
            schemaChanged.fire(new ConfigSchemaChanged(id, ConfigSchema.of(schema)));
        }
    }

    private static List<FieldError> errors(String id, ConnectorType type, JsonNode schema) {
        var errors = new ArrayList<FieldError>();
        if (!id.equals(type.id())) {
            errors.add(new FieldError("/id", "must be the type that the path names, " + id));
        }
        Optional.ofNullable(type.logo()).flatMap(Logo::fault).ifPresent(fault -> errors.add(new FieldError("/logo", fault)));
        errors.addAll(SchemaCheck.errors(schema, "/configSchema"));
        return errors;
    }
}
