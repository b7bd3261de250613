package io.painchain.backend.integration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.integration.secret.SecretVault;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.wire.JsonDocuments;
import io.painchain.backend.wire.MergePatch;
import io.painchain.model.integration.IntegrationView;

/** What other features may see and change of integrations; {@link IntegrationDirectory} finds them. */
@Singleton
public class IntegrationAccess {

    private final IntegrationRepository integrations;
    private final IntegrationReader reader;
    private final IntegrationEditor editor;
    private final IntegrationForm form;
    private final SecretVault vault;

    IntegrationAccess(IntegrationRepository integrations, IntegrationReader reader, IntegrationEditor editor,
            IntegrationForm form, SecretVault vault) {
        this.integrations = integrations;
        this.reader = reader;
        this.editor = editor;
        this.form = form;
        this.vault = vault;
    }

    public IntegrationView masked(IntegrationReference integration) {
        return reader.masked(integration);
    }

    /** Only for connectors; empty where deleted. */
    @Transactional
    public Optional<IntegrationView> inClear(String tenantId, UUID id) {
        return integrations.ofTenant(tenantId, id).map(Integration::reference).map(reader::inClear);
    }

    /** @param type {@code null} for all */
    @Transactional
    public List<IntegrationView> maskedOfTenant(String tenantId, String type) {
        return reader.masked(integrations.allOfTenant(tenantId, type));
    }

    /** An unsaved configuration, validated, in clear. */
    public Map<String, Object> validated(String type, JsonNode config) {
        var document = JsonNodeFactory.instance.objectNode().put("type", type).put("name", "tried");
        document.set("config", config);
        return document(form.read(document, Optional.empty()).config().clear());
    }

    /** The stored configuration with a merge patch, validated, in clear. */
    @Transactional
    public Map<String, Object> validated(IntegrationReference reference, JsonNode configPatch) {
        if (!configPatch.isObject()) {
            throw ProblemType.invalid("/config", "must be a JSON object");
        }
        var integration = integrations.ofTenant(reference.tenantId(), reference.id())
                .orElseThrow(() -> IntegrationDirectory.notFound(reference.id().toString()));
        var document = form.document(integration);
        document.set("config", MergePatch.apply(document.get("config"), configPatch));
        return document(form.read(document, Optional.of(integration.openSecrets(vault))).config().clear());
    }

    /** @param document as {@code POST /api/integrations} takes it, secrets in clear */
    @Transactional
    public IntegrationReference create(String tenantId, JsonNode document) {
        var created = editor.create(tenantId, document);
        integrations.flush(); // statements that refer to it may follow in the transaction
        return created;
    }

    /** What a provider gave in the place of what it had given before: nobody changed anything. Secrets are shown as masks. */
    public void renewConfig(String tenantId, UUID id, UnaryOperator<ObjectNode> change) {
        editor.renewConfig(tenantId, id, change);
    }

    public void delete(IntegrationReference integration) {
        editor.delete(integration, List.of(), false);
    }

    /** Secrets are shown as masks. */
    public void changeConfig(IntegrationReference integration, List<String> ifMatch, UnaryOperator<ObjectNode> change) {
        editor.changeConfig(integration, ifMatch, change);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> document(ObjectNode config) {
        return (Map<String, Object>) JsonDocuments.toJava(config);
    }
}
