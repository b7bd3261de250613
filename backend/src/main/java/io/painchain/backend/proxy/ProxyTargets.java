package io.painchain.backend.proxy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.backend.integration.IntegrationAccess;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.integration.tracked.RepositoryNames;
import io.painchain.backend.integration.tracked.TrackedRepositories;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.integration.RepositoryStatus;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Chooses the integration whose credentials a request uses. */
@Singleton
class ProxyTargets {

    private final ConnectorTypes types;
    private final IntegrationDirectory directory;
    private final IntegrationAccess integrations;
    private final RepositoryNames names;
    private final CurrentTenant tenant;

    ProxyTargets(ConnectorTypes types, IntegrationDirectory directory, IntegrationAccess integrations, RepositoryNames names,
            CurrentTenant tenant) {
        this.types = types;
        this.directory = directory;
        this.integrations = integrations;
        this.names = names;
        this.tenant = tenant;
    }

    /**
     * @param integrationId {@code null} where the repository decides
     * @throws HttpProblem not-found, or conflict naming candidates
     */
    IntegrationReference find(String type, String integrationId, Optional<String> repository) {
        if (types.configSchema(type).isEmpty()) {
            throw ProblemType.NOT_FOUND.problem("Nothing is here, and no connector of type '" + type + "' has registered.");
        }
        var found = integrationId == null ? ofRepository(type, repository) : directory.require(integrationId);
        if (!found.type().equals(type)) {
            throw ProblemType.NOT_FOUND.problem("There is no integration of type %s with that id.".formatted(type));
        }
        if (!found.enabled()) {
            throw ProblemType.CONFLICT.problem("The integration is disabled, so nothing is passed on for it.");
        }
        return found;
    }

    private IntegrationReference ofRepository(String type, Optional<String> repository) {
        var candidates = integrations.maskedOfTenant(tenant.id(), type).stream().filter(IntegrationView::enabled).toList();
        if (candidates.isEmpty()) {
            throw ProblemType.NOT_FOUND.problem("There is no enabled integration of type %s.".formatted(type));
        }
        var having = repository.map(name -> candidates.stream().filter(view -> has(view, name)).toList()).orElse(candidates);
        if (having.size() == 1) {
            return directory.require(having.get(0).id());
        }
        throw ambiguous(having.isEmpty() ? candidates : having, repository, having.size());
    }

    private boolean has(IntegrationView view, String repository) {
        return TrackedRepositories.contains(names.configured(view), repository) || TrackedRepositories
                .contains(view.repositories().stream().map(RepositoryStatus::name).toList(), repository);
    }

    private static HttpProblem ambiguous(List<IntegrationView> views, Optional<String> repository, int having) {
        var which = having == 0 ? "No integration has" : "Several integrations have";
        var listed = views.stream().map(view -> Map.of("id", view.id(), "name", view.name())).toList();
        return ProblemType.CONFLICT.builder("%s %s; name the one that is meant by integrationId."
                .formatted(which, repository.orElse("this path"))).with("integrations", listed).build();
    }
}
