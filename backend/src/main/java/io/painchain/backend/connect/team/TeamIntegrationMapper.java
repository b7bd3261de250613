package io.painchain.backend.connect.team;

import java.util.List;
import java.util.Optional;

import io.painchain.backend.connect.credential.CredentialView;
import io.painchain.backend.connect.team.TeamIntegrationView.SyncStatus;
import io.painchain.model.integration.IntegrationView;

final class TeamIntegrationMapper {

    private TeamIntegrationMapper() {
    }

    static TeamIntegrationView toView(IntegrationView integration, Optional<CredentialView> credential) {
        return new TeamIntegrationView(integration.id(), integration.type(), integration.name(), credential.isPresent(),
                credential.map(CredentialView::account).orElse(null), credential.map(CredentialView::accountId).orElse(null),
                credential.map(CredentialView::scopes).orElse(List.of()),
                credential.map(CredentialView::tokenExpiresAt).orElse(null),
                credential.map(CredentialView::connectedAt).orElse(null),
                credential.map(CredentialView::connectedBy).orElse(null), integration.lastSync(), status(integration),
                credential.map(CredentialView::refreshError).orElse(integration.lastError()));
    }

    static SyncStatus status(IntegrationView integration) {
        if (integration.syncing()) {
            return SyncStatus.syncing;
        }
        return switch (integration.status()) {
            case pending, disabled -> SyncStatus.pending;
            case ok, degraded -> SyncStatus.complete;
            case error -> SyncStatus.error;
        };
    }
}
