package io.painchain.backend.integration.tracked;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.connector.ConnectorTypes;
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

    /** Empty where the type has no list to choose from. */
    public Optional<TrackedRepositories> tracked(String type) {
        return types.configSchema(type).flatMap(schema -> schema.discovered()
                .map(field -> new TrackedRepositories(field, schema.partsOfItems(field))));
    }

    /** Empty where the connector chooses. */
    public List<String> configured(IntegrationView view) {
        JsonNode config = mapper.valueToTree(view.config());
        return tracked(view.type()).map(list -> list.names(config)).orElse(List.of());
    }

    /** What is configured, else what the connector chose. */
    public List<String> watched(IntegrationView view) {
        var configured = configured(view);
        return configured.isEmpty() ? view.repositories().stream().map(RepositoryStatus::name).toList() : configured;
    }
}
