package io.painchain.backend.event;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.integration.RejectedDraft;
import io.painchain.backend.wire.Reading;
import io.painchain.model.BatchResult;
import io.painchain.model.CheckpointResult;
import io.painchain.model.EventDraft;
import io.painchain.model.Outcome;

/** A batch's drafts, each read by itself: one that is refused does not stop its neighbours. */
record ReadBatch(List<JsonNode> raw, List<Reading<EventDraft>> readings) {

    List<EventDraft> drafts() {
        return readings.stream().filter(Reading::isValid).map(Reading::value).toList();
    }

    /** What is set aside, as it came. */
    List<RejectedDraft> refused() {
        var refused = new ArrayList<RejectedDraft>();
        for (int i = 0; i < raw.size(); i++) {
            if (!readings.get(i).isValid()) {
                refused.add(new RejectedDraft(raw.get(i), readings.get(i).errors()));
            }
        }
        return refused;
    }

    /** @param results of the valid drafts, in their order */
    BatchResult result(List<EventUpsert.Result> results, List<CheckpointResult> checkpoints) {
        var items = new ArrayList<BatchResult.Item>();
        var counts = new int[Outcome.values().length];
        var next = results.iterator();
        for (var reading : readings) {
            var item = reading.isValid() ? stored(items.size(), next.next())
                    : new BatchResult.Item(items.size(), null, Outcome.rejected, reading.errors());
            counts[item.outcome().ordinal()]++;
            items.add(item);
        }
        return new BatchResult(counts[Outcome.created.ordinal()], counts[Outcome.updated.ordinal()],
                counts[Outcome.unchanged.ordinal()], counts[Outcome.outdated.ordinal()],
                counts[Outcome.rejected.ordinal()], items, checkpoints);
    }

    private static BatchResult.Item stored(int index, EventUpsert.Result result) {
        return new BatchResult.Item(index, result.id().toString(), result.outcome(), null);
    }
}
