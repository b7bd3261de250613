package io.painchain.backend.integration.tracked;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.backend.connector.schema.ConfigSchema;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.integration.RepositoryStatus;

@Singleton
public class RepositoryNames {

    private final ConnectorTypes types;
    private final ObjectMapper mapper;

    RepositoryNames(ConnectorTypes types, ObjectMapper mapper) {
        this.types = types;
        this.mapper = mapper;
    }

    public Optional<String> field(String type) {
        return types.configSchema(type).flatMap(ConfigSchema::discovered);
    }

    /** Empty where the connector chooses. */
    public List<String> configured(IntegrationView view) {
        JsonNode config = mapper.valueToTree(view.config());
        return field(view.type()).map(field -> TrackedRepositories.names(config.path(field))).orElse(List.of());
    }

    /** What is configured, else what the connector chose. */
    public List<String> watched(IntegrationView view) {
        var configured = configured(view);
        return configured.isEmpty() ? view.repositories().stream().map(RepositoryStatus::name).toList() : configured;
    }
}
