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

/** What integrations watch, by name. The type's schema marks the field that lists it. */
@Singleton
public class RepositoryNames {

    private final ConnectorTypes types;
    private final ObjectMapper mapper;

    RepositoryNames(ConnectorTypes types, ObjectMapper mapper) {
        this.types = types;
        this.mapper = mapper;
    }

    /** The field of a type's configurations that lists what is watched. */
    public Optional<String> field(String type) {
        return types.configSchema(type).flatMap(ConfigSchema::discovered);
    }

    /** What an integration's configuration lists; nothing where its connector chooses. */
    public List<String> configured(IntegrationView view) {
        JsonNode config = mapper.valueToTree(view.config());
        return field(view.type()).map(field -> TrackedRepositories.names(config.path(field))).orElse(List.of());
    }

    /** What is watched: what is configured, and where nothing is, what the connector chose. */
    public List<String> watched(IntegrationView view) {
        var configured = configured(view);
        return configured.isEmpty() ? view.repositories().stream().map(RepositoryStatus::name).toList() : configured;
    }
}
