package io.painchain.backend.event;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.checkpoint.CheckpointRepository;
import io.painchain.backend.coverage.CoverageRepository;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.database.TurnsByTenant;
import io.painchain.backend.event.store.EventUpsert;
import io.painchain.backend.event.store.IncomingEvent;
import io.painchain.backend.id.Ids;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.rejected.RejectedRepository;
import io.painchain.model.event.BatchResult;
import io.painchain.model.event.CheckpointResult;
import io.painchain.model.event.EventDraft;

/** Stores a whole batch in one transaction: no checkpoint passes what is not kept. */
@Singleton
class EventIngestion {

    private final SingleEvents singles;
    private final EventUpsert upsert;
    private final IntegrationDirectory integrations;
    private final RejectedRepository rejected;
    private final CheckpointRepository checkpoints;
    private final CoverageRepository coverage;
    private final RepeatedTransaction transaction;
    private final Ids ids;
    private final Clock clock;
    private final TurnsByTenant batches = new TurnsByTenant();

    EventIngestion(SingleEvents singles, EventUpsert upsert, IntegrationDirectory integrations, RejectedRepository rejected,
            CheckpointRepository checkpoints, CoverageRepository coverage, RepeatedTransaction transaction, Ids ids,
            Clock clock) {
        this.singles = singles;
        this.upsert = upsert;
        this.integrations = integrations;
        this.rejected = rejected;
        this.checkpoints = checkpoints;
        this.coverage = coverage;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    IngestedEvent ingest(EventDraft draft, Sender sender) {
        return singles.write(incoming(draft, sender), sender);
    }

    /** One batch at a time: two are no faster, and a tenant that posts without pause must leave the others their turn. */
    BatchResult ingest(ReadBatch batch, EventBatchRequest request, Sender sender) {
        var positions = request.checkpointsOrNone();
        var incoming = batch.drafts().stream().map(draft -> incoming(draft, sender)).toList();
        return batches.take(sender.tenantId(), () -> transaction.callFor(sender.tenantId(), () -> {
            hold(sender);
            var results = upsert.write(incoming, clock.instant());
            rejected.keep(sender.tenantId(), sender.integrationId(), batch.refused());
            var written = positions.isEmpty() ? List.<CheckpointResult> of()
                    : checkpoints.write(sender.integration(), positions);
            if (!request.coverageOrNone().isEmpty()) {
                coverage.write(sender.integration(), request.coverageOrNone());
            }
            return batch.result(results, written);
        }));
    }

    private IncomingEvent incoming(EventDraft draft, Sender sender) {
        return EventMapper.toIncoming(draft, sender, ids.next(), clock.instant());
    }

    private void hold(Sender sender) {
        if (sender.integration() != null) {
            integrations.hold(sender.integration());
        }
    }
}
