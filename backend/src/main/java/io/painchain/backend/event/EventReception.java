package io.painchain.backend.event;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.retention.Retention;
import io.painchain.backend.security.Roles;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.event.BatchResult;
import io.painchain.model.validation.FieldError;
import io.painchain.model.validation.Limits;
import io.quarkus.security.identity.SecurityIdentity;

@Singleton
class EventReception {

    private final DraftReader reader;
    private final EventIngestion ingestion;
    private final IntegrationDirectory integrations;
    private final Retention retention;
    private final CurrentTenant tenant;
    private final SecurityIdentity identity;

    EventReception(DraftReader reader, EventIngestion ingestion, IntegrationDirectory integrations, Retention retention,
            CurrentTenant tenant, SecurityIdentity identity) {
        this.reader = reader;
        this.ingestion = ingestion;
        this.integrations = integrations;
        this.retention = retention;
        this.tenant = tenant;
        this.identity = identity;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem validation, naming every wrong field */
    IngestedEvent receive(JsonNode json) {
        var integrationId = json.path("integrationId");
        var sender = sender(integrationId.isTextual() ? integrationId.textValue() : null);
        var draft = reader.read(json, sender).orThrow();
        return DraftRules.isExpired(draft, retention.cutoff(sender.tenantId())) ? IngestedEvent.EXPIRED
                : ingestion.ingest(draft, sender);
    }

    BatchResult receive(EventBatchRequest batch) {
        if (batch.events().size() > Limits.BATCH_EVENTS) {
            throw ProblemType.TOO_LARGE.problem("A batch holds " + Limits.BATCH_EVENTS + " events at most.");
        }
        var sender = sender(batch.integrationId());
        check(batch, sender);
        var readings = batch.events().stream().map(draft -> reader.read(draft, sender)).toList();
        return ingestion.ingest(new ReadBatch(batch.events(), readings, retention.cutoff(sender.tenantId())), batch, sender);
    }

    private void check(EventBatchRequest batch, Sender sender) {
        boolean isForConnectorsOnly = !batch.checkpointsOrNone().isEmpty() || !batch.coverageOrNone().isEmpty();
        if (isForConnectorsOnly && !sender.connector()) {
            throw ProblemType.UNAUTHORIZED.problem("Checkpoints and coverage need Authorization: Bearer <connector key>.");
        }
        var faults = new ArrayList<>(batch.faults());
        if (sender.connector() && batch.integrationId() == null && faults.isEmpty()) {
            faults.add(new FieldError("/integrationId", "is required from a connector"));
        }
        if (!faults.isEmpty()) {
            throw ProblemType.invalid(List.copyOf(faults));
        }
    }

    private Sender sender(String integrationId) {
        var connector = identity.hasRole(Roles.CONNECTOR);
        if (integrationId == null) {
            return new Sender(tenant.id(), null, connector);
        }
        var integration = integrations.require(integrationId);
        return new Sender(integration.tenantId(), integration, connector);
    }
}
