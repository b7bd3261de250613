package io.painchain.backend.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.event.store.EventUpsert;
import io.painchain.backend.rejected.RejectedDraft;
import io.painchain.backend.wire.Reading;
import io.painchain.model.event.BatchResult;
import io.painchain.model.event.CheckpointResult;
import io.painchain.model.event.EventDraft;
import io.painchain.model.event.Outcome;

/** @param cutoff what ended before is not kept */
record ReadBatch(List<JsonNode> raw, List<Reading<EventDraft>> readings, Instant cutoff) {

    List<EventDraft> drafts() {
        return readings.stream().filter(this::isKept).map(Reading::value).toList();
    }

    List<RejectedDraft> refused() {
        var refused = new ArrayList<RejectedDraft>();
        for (int i = 0; i < raw.size(); i++) {
            if (!readings.get(i).isValid()) {
                refused.add(new RejectedDraft(raw.get(i), readings.get(i).errors()));
            }
        }
        return refused;
    }

    BatchResult result(List<EventUpsert.Result> results, List<CheckpointResult> checkpoints) {
        var items = new ArrayList<BatchResult.Item>();
        var counts = new int[Outcome.values().length];
        var next = results.iterator();
        for (var reading : readings) {
            var item = isKept(reading) ? stored(items.size(), next.next()) : notStored(items.size(), reading);
            counts[item.outcome().ordinal()]++;
            items.add(item);
        }
        return new BatchResult(counts[Outcome.created.ordinal()], counts[Outcome.updated.ordinal()],
                counts[Outcome.unchanged.ordinal()], counts[Outcome.outdated.ordinal()],
                counts[Outcome.rejected.ordinal()], items, checkpoints);
    }

    /** @param changed fields, by the event's id */
    static BatchResult withChanges(BatchResult result, Map<String, List<String>> changed) {
        var items = result.items().stream().map(item -> new BatchResult.Item(item.index(), item.id(), item.outcome(),
                item.errors(), item.outcome() == Outcome.updated ? changed.get(item.id()) : null)).toList();
        return new BatchResult(result.created(), result.updated(), result.unchanged(), result.outdated(), result.rejected(),
                items, result.checkpoints());
    }

    private boolean isKept(Reading<EventDraft> reading) {
        return reading.isValid() && !DraftRules.isExpired(reading.value(), cutoff);
    }

    private static BatchResult.Item notStored(int index, Reading<EventDraft> reading) {
        return reading.isValid() ? new BatchResult.Item(index, null, Outcome.expired, null)
                : new BatchResult.Item(index, null, Outcome.rejected, reading.errors());
    }

    private static BatchResult.Item stored(int index, EventUpsert.Result result) {
        return new BatchResult.Item(index, result.id().toString(), result.outcome(), null);
    }
}
