package io.painchain.backend.connect.team;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.connect.credential.CredentialView;
import io.painchain.backend.connect.credential.Credentials;
import io.painchain.backend.integration.IntegrationAccess;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.integration.IntegrationView;

/** The integrations of the tenant that the path names. */
@Singleton
class TeamIntegrations {

    private final IntegrationAccess integrations;
    private final Credentials credentials;
    private final CurrentTenant tenant;

    TeamIntegrations(IntegrationAccess integrations, Credentials credentials, CurrentTenant tenant) {
        this.integrations = integrations;
        this.credentials = credentials;
        this.tenant = tenant;
    }

    List<TeamIntegrationView> list() {
        var granted = granted();
        return integrations.maskedOfTenant(tenant.id(), null).stream()
                .map(view -> TeamIntegrationMapper.toView(view, Optional.ofNullable(granted.get(view.id())))).toList();
    }

    /**
     * A connected one is preferred, as the path means that.
     *
     * @param id where there are several, else {@code null}
     */
    IntegrationView require(String type, String id) {
        var all = integrations.maskedOfTenant(tenant.id(), type).stream().filter(view -> id == null || id.equals(view.id()))
                .toList();
        var granted = granted();
        var connected = all.stream().filter(view -> granted.containsKey(view.id())).toList();
        var fitting = connected.isEmpty() ? all : connected;
        if (fitting.isEmpty()) {
            throw ProblemType.NOT_FOUND.problem("There is no such integration; connect one first.");
        }
        if (fitting.size() > 1) {
            throw ProblemType.CONFLICT.problem("There are several; say which by the parameter integration, e.g. ?integration="
                    + fitting.get(0).id());
        }
        return fitting.get(0);
    }

    private Map<String, CredentialView> granted() {
        return credentials.ofTenant(tenant.id()).stream()
                .collect(Collectors.toMap(CredentialView::integrationId, Function.identity()));
    }
}
