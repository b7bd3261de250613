package io.painchain.backend.webhook.config;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.backend.integration.IntegrationAccess;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.integration.tracked.RepositoryNames;
import io.painchain.backend.integration.tracked.TrackedRepositories;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.connector.ConnectorType;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Which integration a webhook is of. */
@Singleton
class WebhookIntegrations {

    private static final String FIELD = "/integration_id";

    private final IntegrationDirectory directory;
    private final IntegrationAccess integrations;
    private final RepositoryNames names;
    private final ConnectorTypes types;
    private final CurrentTenant tenant;

    WebhookIntegrations(IntegrationDirectory directory, IntegrationAccess integrations, RepositoryNames names,
            ConnectorTypes types, CurrentTenant tenant) {
        this.directory = directory;
        this.integrations = integrations;
        this.names = names;
        this.types = types;
        this.tenant = tenant;
    }

    IntegrationReference require(String id) {
        return directory.require(id);
    }

    Optional<IntegrationReference> find(UUID id) {
        try {
            return Optional.of(directory.require(id.toString()));
        } catch (HttpProblem e) {
            return Optional.empty();
        }
    }

    /** It cannot be deleted before the transaction ends. */
    IntegrationReference of(WebhookConfigRequest request) {
        var integration = request.integrationId() == null ? watching(request.repositoryId())
                : directory.require(request.integrationId());
        directory.hold(integration);
        if (types.find(integration.type()).map(ConnectorType::intake).isEmpty()) {
            throw ProblemType.invalid(FIELD, "its connector takes no webhooks");
        }
        return integration;
    }

    private IntegrationReference watching(String repository) {
        if (repository == null) {
            throw ProblemType.invalid(FIELD, "is required, or a repository_id that one integration watches");
        }
        var watching = integrations.maskedOfTenant(tenant.id(), null).stream()
                .filter(view -> TrackedRepositories.contains(names.watched(view), repository)).toList();
        if (watching.size() != 1) {
            throw ProblemType.invalid(FIELD, watching.isEmpty() ? "is required: no integration watches that repository by name"
                    : "is required: several integrations watch that repository");
        }
        return directory.require(watching.get(0).id());
    }
}
