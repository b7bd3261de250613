package io.painchain.backend.event;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.database.Turn;
import io.painchain.backend.id.Ids;
import io.painchain.backend.integration.CheckpointRepository;
import io.painchain.backend.integration.CoverageRepository;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.integration.RejectedRepository;
import io.painchain.model.event.BatchResult;
import io.painchain.model.event.CheckpointResult;
import io.painchain.model.event.EventDraft;

/**
 * Takes drafts. What a batch holds (events, refused drafts, checkpoints, coverage) is stored in one transaction, so that a
 * checkpoint
 * never passes what is not kept.
 */
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
    private final Turn batchTurn = new Turn();

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

    IngestedEvent ingest(EventDraft draft, Source source) {
        return singles.write(incoming(draft, source), source);
    }

    /**
     * One batch after the other: two at once are no faster, and the inverted index, whose pending entries the inserting
     * connection sorts in, would keep one of them waiting for as long as the other goes on adding.
     */
    BatchResult ingest(ReadBatch batch, EventBatchRequest request, Source source) {
        var positions = request.checkpointsOrNone();
        var incoming = batch.drafts().stream().map(draft -> incoming(draft, source)).toList();
        return batchTurn.take(() -> transaction.call(() -> {
            hold(source);
            var results = upsert.write(incoming, clock.instant());
            rejected.keep(source.tenantId(), source.integrationId(), batch.refused());
            var written = positions.isEmpty() ? List.<CheckpointResult> of()
                    : checkpoints.write(source.integration(), positions);
            if (!request.coverageOrNone().isEmpty()) {
                coverage.write(source.integration(), request.coverageOrNone());
            }
            return batch.result(results, written);
        }));
    }

    private IncomingEvent incoming(EventDraft draft, Source source) {
        return EventMapper.toIncoming(draft, source, ids.next(), clock.instant());
    }

    private void hold(Source source) {
        if (source.integration() != null) {
            integrations.hold(source.integration());
        }
    }
}
