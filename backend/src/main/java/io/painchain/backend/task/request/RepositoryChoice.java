package io.painchain.backend.task.request;

import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.integration.IntegrationAccess;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.integration.tracked.RepositoryNames;
import io.painchain.backend.integration.tracked.TrackedRepositories;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.integration.IntegrationView;

/** Edits the field that the type's schema marks as the list of what is watched. */
@Singleton
class RepositoryChoice {

    private final IntegrationAccess integrations;
    private final RepositoryNames names;

    RepositoryChoice(IntegrationAccess integrations, RepositoryNames names) {
        this.integrations = integrations;
        this.names = names;
    }

    List<String> watched(IntegrationReference integration) {
        return names.watched(integrations.masked(integration));
    }

    IntegrationView add(IntegrationReference integration, JsonNode repositories, List<String> ifMatch) {
        if (!repositories.isArray() || repositories.isEmpty()) {
            throw ProblemType.invalid("/repositories", "must be an array of at least one repository");
        }
        var tracked = tracked(integration);
        integrations.changeConfig(integration, ifMatch,
                config -> (ObjectNode) config.set(tracked.field(), tracked.with(config, repositories)));
        return integrations.masked(integration);
    }

    IntegrationView remove(IntegrationReference integration, String name, List<String> ifMatch) {
        var tracked = tracked(integration);
        integrations.changeConfig(integration, ifMatch, config -> {
            var left = tracked.without(config, name);
            requireSome(tracked.names(config), left, name);
            return (ObjectNode) config.set(tracked.field(), left);
        });
        return integrations.masked(integration);
    }

    private static void requireSome(List<String> before, JsonNode left, String name) {
        if (left.size() == before.size()) {
            throw ProblemType.NOT_FOUND.problem("The integration does not list %s.".formatted(name));
        }
        if (left.isEmpty()) {
            throw ProblemType.CONFLICT.problem("%s is the last that is listed, and with none its connector would choose; "
                    .formatted(name) + "add another first, or disable the integration.");
        }
    }

    private TrackedRepositories tracked(IntegrationReference integration) {
        return names.tracked(integration.type()).orElseThrow(() -> ProblemType.CONFLICT
                .problem("Integrations of type %s have no list to choose from.".formatted(integration.type())));
    }
}
