package io.painchain.backend.task;

import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.connector.ConfigSchema;
import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.backend.integration.IntegrationAccess;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.IntegrationView;
import io.painchain.model.RepositoryStatus;

/** Changes the field of a configuration that says what is watched; the type's schema marks which one that is. */
@Singleton
class RepositoryChoice {

    private final IntegrationAccess integrations;
    private final ConnectorTypes types;
    private final ObjectMapper mapper;

    RepositoryChoice(IntegrationAccess integrations, ConnectorTypes types, ObjectMapper mapper) {
        this.integrations = integrations;
        this.types = types;
        this.mapper = mapper;
    }

    /** What is watched: what is configured, and where nothing is, what the connector chose. */
    List<String> tracked(IntegrationReference integration) {
        var view = integrations.masked(integration);
        var configured = configured(view);
        return configured.isEmpty() ? view.repositories().stream().map(RepositoryStatus::name).toList() : configured;
    }

    /** The names that an integration's configuration lists; none where its connector chooses. */
    List<String> configured(IntegrationView view) {
        JsonNode config = mapper.valueToTree(view.config());
        return types.configSchema(view.type()).flatMap(ConfigSchema::discovered)
                .map(field -> TrackedRepositories.names(config.path(field))).orElse(List.of());
    }

    IntegrationView add(IntegrationReference integration, JsonNode repositories, List<String> ifMatch) {
        if (!repositories.isArray() || repositories.isEmpty()) {
            throw ProblemType.invalid("/repositories", "must be an array of at least one repository");
        }
        var field = field(integration);
        integrations.changeConfig(integration, ifMatch, config -> (ObjectNode) config.set(field,
                TrackedRepositories.with(config.path(field), repositories)));
        return integrations.masked(integration);
    }

    IntegrationView remove(IntegrationReference integration, String name, List<String> ifMatch) {
        var field = field(integration);
        integrations.changeConfig(integration, ifMatch, config -> {
            var left = TrackedRepositories.without(config.path(field), name);
            requireSome(config.path(field), left, name);
            return (ObjectNode) config.set(field, left);
        });
        return integrations.masked(integration);
    }

    private static void requireSome(JsonNode before, JsonNode left, String name) {
        if (left.size() == TrackedRepositories.names(before).size()) {
            throw ProblemType.NOT_FOUND.problem("The integration does not list %s.".formatted(name));
        }
        if (left.isEmpty()) {
            throw ProblemType.CONFLICT.problem("%s is the last that is listed, and with none its connector would choose; "
                    .formatted(name) + "add another first, or disable the integration.");
        }
    }

    private String field(IntegrationReference integration) {
        return types.configSchema(integration.type()).flatMap(ConfigSchema::discovered).orElseThrow(() -> ProblemType.CONFLICT
                .problem("Integrations of type %s have no list to choose from.".formatted(integration.type())));
    }
}
