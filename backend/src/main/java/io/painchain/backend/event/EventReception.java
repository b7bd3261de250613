package io.painchain.backend.event;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.backend.event.cloudevent.CloudEvent;
import io.painchain.backend.event.cloudevent.CloudEventMapper;
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
    private final EventRehearsal rehearsal;
    private final IntegrationDirectory integrations;
    private final Retention retention;
    private final CurrentTenant tenant;
    private final SecurityIdentity identity;
    private final Clock clock;

    EventReception(DraftReader reader, EventIngestion ingestion, EventRehearsal rehearsal,
            IntegrationDirectory integrations, Retention retention,
            CurrentTenant tenant, SecurityIdentity identity, Clock clock) {
        this.reader = reader;
        this.ingestion = ingestion;
        this.rehearsal = rehearsal;
        this.integrations = integrations;
        this.retention = retention;
        this.tenant = tenant;
        this.identity = identity;
        this.clock = clock;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem validation, naming every wrong field */
    IngestedEvent receive(JsonNode json) {
        if (ConnectorTypes.OWN.equals(json.path("connector").asText())) {
            throw ProblemType.FORBIDDEN.problem("The connector " + DraftRules.OURS + ".");
        }
        var integrationId = json.path("integrationId");
        var sender = sender(integrationId.isTextual() ? integrationId.textValue() : null);
        var draft = reader.read(json, sender).orThrow();
        return DraftRules.isExpired(draft, retention.cutoff(sender.tenantId())) ? IngestedEvent.EXPIRED
                : ingestion.ingest(draft, sender);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem validation, naming every wrong field */
    IngestedEvent receive(CloudEvent event) {
        return receive(CloudEventMapper.toDraft(event, clock.instant()));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem where one is no CloudEvent at all */
    BatchResult receiveCloudEvents(JsonNode json) {
        if (!json.isArray()) {
            throw ProblemType.invalid("", "must be an array of CloudEvents");
        }
        var drafts = new ArrayList<JsonNode>();
        json.forEach(event -> drafts.add(CloudEventMapper.toDraft(CloudEvent.structured(event), clock.instant())));
        return receive(new EventBatchRequest(null, drafts, null, null, null));
    }

    BatchResult receive(EventBatchRequest batch) {
        if (batch.events().size() > Limits.BATCH_EVENTS) {
            throw ProblemType.TOO_LARGE.problem("A batch holds " + Limits.BATCH_EVENTS + " events at most.");
        }
        var sender = sender(batch.integrationId());
        check(batch, sender);
        var readings = batch.events().stream().map(draft -> reader.read(draft, sender)).toList();
        var read = new ReadBatch(batch.events(), readings, retention.cutoff(sender.tenantId()));
        return batch.isDryRun() ? rehearsal.rehearse(read, sender) : ingestion.ingest(read, batch, sender);
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
