package io.painchain.backend.connect.credential;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.integration.IntegrationAccess;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.connect.ConnectInput;
import io.painchain.model.connect.ConnectInput.Action;

/** What was granted, as users see it and take it back. */
@Singleton
public class Credentials {

    private final CredentialRepository repository;
    private final CredentialCipher cipher;
    private final ConnectTasks tasks;
    private final IntegrationAccess integrations;
    private final RepeatedTransaction transaction;
    private final AuditLog audit;

    Credentials(CredentialRepository repository, CredentialCipher cipher, ConnectTasks tasks, IntegrationAccess integrations,
            RepeatedTransaction transaction, AuditLog audit) {
        this.repository = repository;
        this.cipher = cipher;
        this.tasks = tasks;
        this.integrations = integrations;
        this.transaction = transaction;
        this.audit = audit;
    }

    public List<CredentialView> ofTenant(String tenantId) {
        return repository.ofTenant(tenantId).stream().map(CredentialMapper::toView).toList();
    }

    CredentialView get(IntegrationReference integration) {
        return CredentialMapper.toView(require(integration));
    }

    /**
     * First at the provider: where that fails nothing changes. Then the integration goes; its events stay.
     *
     * @return what the connector says of it
     */
    public Disconnected disconnect(IntegrationReference integration) {
        var credential = require(integration);
        var output = tasks.ask(integration.type(), integration.tenantId(), integration.id(),
                new ConnectInput(Action.revoke, credential.way(), Map.of(), null, null, null, cipher.open(credential)));
        transaction.call(() -> {
            integrations.delete(integration);
            audit.record("connection", integration.id(), CredentialMapper.toView(credential), null);
            return true;
        });
        return new Disconnected(integration.id().toString(),
                Optional.ofNullable(output.note()).orElse("The provider was told that the grant has ended."));
    }

    private Credential require(IntegrationReference integration) {
        return repository.find(integration.tenantId(), integration.id()).orElseThrow(() -> ProblemType.NOT_FOUND
                .problem("The integration was not connected by agreeing at the provider; delete it instead."));
    }
}
