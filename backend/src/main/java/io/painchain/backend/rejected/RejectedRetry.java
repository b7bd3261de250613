package io.painchain.backend.rejected;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.integration.IntegrationEvents;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;

@Singleton
class RejectedRetry {

    private final IntegrationDirectory directory;
    private final RejectedRepository rejected;
    private final IntegrationEvents events;
    private final ObjectMapper mapper;

    RejectedRetry(IntegrationDirectory directory, RejectedRepository rejected, IntegrationEvents events,
            ObjectMapper mapper) {
        this.directory = directory;
        this.rejected = rejected;
        this.events = events;
        this.mapper = mapper;
    }

    /** A draft refused again stays, with its newest errors. */
    @Transactional(dontRollbackOn = HttpProblem.class)
    void retry(IntegrationReference integration, UUID id) {
        directory.hold(integration);
        var draft = rejected.find(integration, id).orElseThrow(RejectedResource::notFound);
        JsonNode raw = mapper.valueToTree(draft.raw());
        var errors = events.retry(integration, raw);
        if (errors.isEmpty()) {
            rejected.remove(integration, id);
            return;
        }
        rejected.keep(integration.tenantId(), integration.id(), List.of(new RejectedDraft(raw, errors)));
        throw ProblemType.invalid(errors);
    }
}
