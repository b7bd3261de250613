package io.painchain.backend.event;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.event.store.EventRepository;
import io.painchain.backend.event.store.EventUpsert;
import io.painchain.backend.event.store.EventView;
import io.painchain.backend.id.Ids;
import io.painchain.model.event.BatchResult;
import io.painchain.model.event.Outcome;

/** What a batch would come to: it is stored, compared with what was there, and rolled back. */
@Singleton
class EventRehearsal {

    private static final List<String> BOOKKEEPING = List.of("id", "revision", "receivedAt", "updatedAt", "asOf");
    private static final String DATA = "data";

    private final EventUpsert upsert;
    private final EventRepository events;
    private final RepeatedTransaction transaction;
    private final ObjectMapper mapper;
    private final Ids ids;
    private final Clock clock;

    EventRehearsal(EventUpsert upsert, EventRepository events, RepeatedTransaction transaction, ObjectMapper mapper, Ids ids,
            Clock clock) {
        this.upsert = upsert;
        this.events = events;
        this.transaction = transaction;
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    /** Ends a transaction that must leave nothing behind. */
    private static final class Rehearsed extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient BatchResult result;

        Rehearsed(BatchResult result) {
            super(null, null, false, false);
            this.result = result;
        }
    }

    BatchResult rehearse(ReadBatch batch, Sender sender) {
        try {
            return transaction.call(() -> {
                throw new Rehearsed(write(batch, sender));
            });
        } catch (Rehearsed e) {
            return e.result;
        }
    }

    private BatchResult write(ReadBatch batch, Sender sender) {
        var now = clock.instant();
        var incoming = batch.drafts().stream().map(draft -> EventMapper.toIncoming(draft, sender, ids.next(), now)).toList();
        var results = upsert.write(incoming, now);
        var updated = results.stream().filter(result -> result.outcome() == Outcome.updated).map(EventUpsert.Result::id)
                .distinct().toList();
        return ReadBatch.withChanges(batch.result(results, List.of()), changes(sender.tenantId(), updated));
    }

    private Map<String, List<String>> changes(String tenantId, List<UUID> updated) {
        var changes = new HashMap<String, List<String>>();
        for (var event : events.find(Collections.nCopies(updated.size(), tenantId), updated)) {
            var before = events.revisions(tenantId, UUID.fromString(event.id()), event.revision(), 1);
            if (!before.isEmpty()) {
                changes.put(event.id(), changed(shown(before.get(0)), shown(event)));
            }
        }
        return changes;
    }

    /** As its readers see it. */
    private ObjectNode shown(EventView event) {
        try {
            return (ObjectNode) mapper.readTree(mapper.writeValueAsBytes(event));
        } catch (IOException e) {
            throw new IllegalStateException("An event cannot be shown", e);
        }
    }

    private static List<String> changed(ObjectNode before, ObjectNode after) {
        before.remove(BOOKKEEPING);
        after.remove(BOOKKEEPING);
        var changed = new ArrayList<>(differing("", before, after));
        if (changed.remove(DATA)) {
            changed.addAll(differing(DATA + ".", before.path(DATA), after.path(DATA)));
        }
        return changed;
    }

    private static List<String> differing(String prefix, JsonNode before, JsonNode after) {
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names.stream().filter(name -> !before.path(name).equals(after.path(name))).map(name -> prefix + name).toList();
    }
}
