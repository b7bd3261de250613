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

/** Lets in what callers post: finds out whose it is and refuses what cannot be read. */
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
        var source = source(integrationId.isTextual() ? integrationId.textValue() : null);
        var draft = reader.read(json, source).orThrow();
        return DraftRules.isExpired(draft, retention.cutoff(source.tenantId())) ? IngestedEvent.EXPIRED
                : ingestion.ingest(draft, source);
    }

    BatchResult receive(EventBatchRequest batch) {
        if (batch.events().size() > Limits.BATCH_EVENTS) {
            throw ProblemType.TOO_LARGE.problem("A batch holds " + Limits.BATCH_EVENTS + " events at most.");
        }
        var source = source(batch.integrationId());
        check(batch, source);
        var readings = batch.events().stream().map(draft -> reader.read(draft, source)).toList();
        return ingestion.ingest(new ReadBatch(batch.events(), readings, retention.cutoff(source.tenantId())), batch, source);
    }

    private void check(EventBatchRequest batch, Source source) {
        boolean isTold = !batch.checkpointsOrNone().isEmpty() || !batch.coverageOrNone().isEmpty();
        if (isTold && !source.connector()) {
            throw ProblemType.UNAUTHORIZED.problem("Checkpoints and coverage need Authorization: Bearer <connector key>.");
        }
        var faults = new ArrayList<>(batch.faults());
        if (source.connector() && batch.integrationId() == null && faults.isEmpty()) {
            faults.add(new FieldError("/integrationId", "is required from a connector"));
        }
        if (!faults.isEmpty()) {
            throw ProblemType.invalid(List.copyOf(faults));
        }
    }

    private Source source(String integrationId) {
        var connector = identity.hasRole(Roles.CONNECTOR);
        if (integrationId == null) {
            return new Source(tenant.id(), null, connector);
        }
        var integration = integrations.require(integrationId);
        return new Source(integration.tenantId(), integration, connector);
    }
}
