package io.painchain.backend.integration;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.connector.WorkerAssignment;
import io.painchain.backend.id.Ids;
import io.painchain.backend.integration.IntegrationForm.Filled;
import io.painchain.backend.integration.secret.SecretVault;
import io.painchain.backend.integration.secret.Secrets;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.wire.ETags;
import io.painchain.backend.wire.MergePatch;

/** Changes of one integration are serialised. */
@Singleton
class IntegrationEditor {

    private static final String OBJECT = "integration";
    private static final Logger LOG = Logger.getLogger(IntegrationEditor.class);

    private final IntegrationRepository integrations;
    private final IntegrationReferenceRepository references;
    private final IntegrationForm form;
    private final SecretVault vault;
    private final Event<IntegrationDeleted> deleted;
    private final WorkerAssignment assignment;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    IntegrationEditor(IntegrationRepository integrations, IntegrationReferenceRepository references, IntegrationForm form,
            SecretVault vault,
            Event<IntegrationDeleted> deleted, WorkerAssignment assignment, AuditLog audit, Ids ids, Clock clock) {
        this.integrations = integrations;
        this.references = references;
        this.form = form;
        this.vault = vault;
        this.deleted = deleted;
        this.assignment = assignment;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    IntegrationReference create(String tenantId, JsonNode body) {
        var filled = form.read(body, Optional.empty());
        var integration = new Integration();
        integration.tenantId = tenantId;
        integration.id = ids.next();
        integration.type = filled.type();
        integration.createdAt = clock.instant();
        integration.enabledAt = integration.createdAt;
        fill(integration, filled, integration.createdAt);
        integrations.persist(integration);
        audit.record(OBJECT, integration.id, null, form.document(integration));
        LOG.infof("Integration %s of tenant %s created", integration.id, tenantId);
        return integration.reference();
    }

    @Transactional
    void patch(IntegrationReference reference, JsonNode patch, List<String> ifMatch) {
        edit(reference, ifMatch, integration -> patched(integration, patch));
    }

    /** Secrets are masks for {@code change}. */
    @Transactional
    void changeConfig(IntegrationReference reference, List<String> ifMatch, UnaryOperator<ObjectNode> change) {
        edit(reference, ifMatch, integration -> {
            var document = form.document(integration);
            document.set("config", change.apply((ObjectNode) integration.config.deepCopy()));
            return document;
        });
    }

    /** Without an audit entry. Secrets are masks for {@code change}. */
    @Transactional
    void renewConfig(String tenantId, UUID id, UnaryOperator<ObjectNode> change) {
        integrations.lock(tenantId, id).ifPresent(integration -> {
            var document = form.document(integration);
            document.set("config", change.apply((ObjectNode) integration.config.deepCopy()));
            fill(integration, form.read(document, Optional.of(integration.openSecrets(vault))), clock.instant());
        });
    }

    private void edit(IntegrationReference reference, List<String> ifMatch, Function<Integration, JsonNode> change) {
        var integration = lock(reference);
        ETags.check(ifMatch, integration.version, "integration");
        var before = form.document(integration);
        var stored = integration.openSecrets(vault);
        var filled = form.read(change.apply(integration), Optional.of(stored));
        if (!isSame(integration, stored, filled)) {
            fill(integration, filled, clock.instant());
        }
        audit.record(OBJECT, integration.id, before, form.document(integration));
    }

    /** Leaves a tombstone with the name. */
    @Transactional
    void delete(IntegrationReference reference, List<String> ifMatch, boolean withEvents) {
        references.lockForDeletion(reference.tenantId(), reference.id());
        var integration = lock(reference);
        ETags.check(ifMatch, integration.version, "integration");
        var before = form.document(integration);
        deleted.fire(new IntegrationDeleted(reference));
        integration.config = JsonNodeFactory.instance.objectNode();
        integration.secrets = null;
        integration.secretDigest = null;
        integration.secretPaths = List.of();
        integration.tags = List.of();
        integration.enabled = false;
        integration.deletedAt = clock.instant();
        integration.eventsToRemove = withEvents;
        audit.record(OBJECT, integration.id, before, null);
        LOG.infof("Integration %s of tenant %s deleted", reference.id(), reference.tenantId());
    }

    private Integration lock(IntegrationReference reference) {
        return integrations.lock(reference.tenantId(), reference.id())
                .orElseThrow(() -> IntegrationDirectory.notFound(reference.id().toString()));
    }

    private JsonNode patched(Integration integration, JsonNode patch) {
        if (!patch.isObject()) {
            throw ProblemType.invalid("", "must be a JSON object");
        }
        var type = patch.path("type");
        if (!type.isMissingNode() && !type.asText().equals(integration.type)) {
            throw ProblemType.invalid("/type", "cannot change: it is " + integration.type
                    + "; create another integration instead");
        }
        return MergePatch.apply(form.document(integration), patch);
    }

    private static boolean isSame(Integration integration, Secrets stored, Filled filled) {
        return integration.name.equals(filled.name())
                && integration.tags.equals(filled.tags())
                && integration.enabled == filled.enabled()
                && stored.equals(filled.config());
    }

    private void fill(Integration integration, Filled filled, Instant now) {
        if (filled.enabled() && !integration.enabled) {
            integration.enabledAt = now;
        }
        integration.name = filled.name();
        integration.tags = filled.tags();
        integration.enabled = filled.enabled();
        integration.version++;
        integration.updatedAt = now;
        var before = integration.secretDigest;
        integration.putSecrets(vault, filled.config());
        if (integration.version > 1 && !Arrays.equals(before, integration.secretDigest)) {
            assignment.raise(integration.type);
        }
    }
}
