package io.painchain.backend.connect.credential;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.database.DatabaseScope;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.integration.IntegrationAccess;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.connect.ConnectOutput.Connected;

/** Makes an ordinary integration of what was granted; what was connected before gets its new secrets. */
@Singleton
public class ConnectedIntegrations {

    private final CredentialRepository credentials;
    private final CredentialCipher cipher;
    private final IntegrationAccess integrations;
    private final IntegrationDirectory directory;
    private final RepeatedTransaction transaction;
    private final DatabaseScope scope;
    private final AuditLog audit;
    private final ObjectMapper mapper;
    private final Clock clock;

    ConnectedIntegrations(CredentialRepository credentials, CredentialCipher cipher, IntegrationAccess integrations,
            IntegrationDirectory directory, RepeatedTransaction transaction, DatabaseScope scope, AuditLog audit,
            ObjectMapper mapper, Clock clock) {
        this.credentials = credentials;
        this.cipher = cipher;
        this.integrations = integrations;
        this.directory = directory;
        this.transaction = transaction;
        this.scope = scope;
        this.audit = audit;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** @param name chosen by the user, else {@code null}; {@code by} is shown as who connected it */
    public record Agreed(String tenantId, String type, String way, String name, String by, Connected connected) {
    }

    /**
     * Whether another tenant has it, all tenants' rows say.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem conflict where one has
     */
    public UUID store(Agreed agreed) {
        return agreed.connected().exclusive() ? scope.ofAll(() -> transaction.call(() -> stored(agreed)))
                : transaction.call(() -> stored(agreed));
    }

    private UUID stored(Agreed agreed) {
        requireFree(agreed);
        var claim = agreed.connected().claim();
        var known = claim == null ? null : credentials.ofClaim(agreed.tenantId(), agreed.type(), claim).orElse(null);
        var id = known == null ? create(agreed) : change(agreed, known);
        var credential = credential(agreed, id);
        credentials.put(credential);
        audit.record("connection", id, null, CredentialMapper.toView(credential));
        return id;
    }

    private void requireFree(Agreed agreed) {
        var claim = agreed.connected().claim();
        if (claim == null) {
            return;
        }
        credentials.lockClaim(agreed.type(), claim);
        if (agreed.connected().exclusive() && credentials.isElsewhere(agreed.tenantId(), agreed.type(), claim)) {
            throw ProblemType.CONFLICT
                    .problem("Another tenant of this PainChain has connected it; it has to disconnect first.");
        }
    }

    private UUID create(Agreed agreed) {
        var name = agreed.name() == null || agreed.name().isBlank() ? agreed.connected().name() : agreed.name();
        var document = JsonNodeFactory.instance.objectNode().put("type", agreed.type())
                .put("name", name == null ? agreed.type() : name);
        document.set("config", mapper.valueToTree(agreed.connected().config()));
        return integrations.create(agreed.tenantId(), document).id();
    }

    private UUID change(Agreed agreed, UUID known) {
        integrations.changeConfig(directory.require(known.toString()), List.of(),
                config -> config.setAll(mapper.<com.fasterxml.jackson.databind.node.ObjectNode> valueToTree(
                        agreed.connected().config())));
        return known;
    }

    private Credential credential(Agreed agreed, UUID id) {
        var grant = agreed.connected().grant();
        return new Credential(agreed.tenantId(), id, agreed.type(), agreed.way(), cipher.seal(agreed.tenantId(), id, grant),
                grant.expiresAt(), grant.scopes() == null ? List.of() : grant.scopes(), grant.account(), grant.accountId(),
                agreed.connected().claim(), agreed.connected().exclusive(), clock.instant(), agreed.by(), null);
    }
}
