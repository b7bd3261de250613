package io.painchain.backend.integration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.backend.integration.secret.ConfigChange;
import io.painchain.backend.integration.secret.Secrets;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.wire.WireReader;
import io.painchain.model.validation.FieldError;
import io.painchain.model.validation.Limits;

@Singleton
class IntegrationForm {

    private final WireReader reader;
    private final ConnectorTypes types;
    private final ObjectMapper mapper;

    IntegrationForm(WireReader reader, ConnectorTypes types, ObjectMapper mapper) {
        this.reader = reader;
        this.types = types;
        this.mapper = mapper;
    }

    record Filled(String type, String name, Secrets config, List<String> tags, boolean enabled) {
    }

    /** The patchable fields, secrets as masks. */
    ObjectNode document(Integration integration) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("type", integration.type);
        document.put("name", integration.name);
        document.set("config", integration.config.deepCopy());
        document.set("tags", mapper.valueToTree(integration.tags));
        document.put("enabled", integration.enabled);
        return document;
    }

    /** @param stored the secrets that masks stand for; empty for a new integration */
    Filled read(JsonNode document, Optional<Secrets> stored) {
        var reading = reader.read(document, IntegrationRequest.class);
        var errors = new ArrayList<>(reading.errors());
        var request = reading.value();
        var config = document.path("config") instanceof ObjectNode object ? readConfig(object, request, stored, errors) : null;
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return new Filled(request.type(), request.name(), config, request.tags() == null ? List.of() : request.tags(),
                !Boolean.FALSE.equals(request.enabled()));
    }

    private Secrets readConfig(ObjectNode config, IntegrationRequest request, Optional<Secrets> stored,
            List<FieldError> errors) {
        if (config.toString().getBytes(StandardCharsets.UTF_8).length > Limits.CONFIG_BYTES) {
            errors.add(new FieldError("/config", "must be at most %d bytes of JSON".formatted(Limits.CONFIG_BYTES)));
        }
        boolean isUnfit = errors.stream().anyMatch(error -> error.pointer().startsWith("/config"));
        if (isUnfit || request.type() == null || errors.stream().anyMatch(error -> error.pointer().equals("/type"))) {
            return null;
        }
        var schema = types.configSchema(request.type()).orElseThrow(() -> types.unknown(request.type()));
        var change = ConfigChange.of(config, schema, stored);
        errors.addAll(change.errors());
        return change.secrets();
    }
}
