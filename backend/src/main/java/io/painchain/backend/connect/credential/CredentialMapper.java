package io.painchain.backend.connect.credential;

final class CredentialMapper {

    private CredentialMapper() {
    }

    static CredentialView toView(Credential credential) {
        return new CredentialView(credential.integrationId().toString(), credential.provider(), credential.way(),
                credential.account(), credential.accountId(), credential.scopes(), credential.expiresAt(),
                credential.tokens().refresh() != null && credential.refreshError() == null, credential.refreshError(),
                credential.connectedAt(), credential.connectedBy());
    }
}
