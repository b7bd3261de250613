package io.painchain.backend.event.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.model.event.Outcome;

@Singleton
public class EventUpsert {

    /** One lock order for all writers of the same events. */
    private static final Comparator<IncomingEvent> IN_KEY_ORDER = Comparator
            .comparing(IncomingEvent::tenantId)
            .thenComparing(IncomingEvent::scope)
            .thenComparing(IncomingEvent::externalId, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Keeps statements far below the statement timeout on a small machine. */
    private static final int MOST_IN_A_STATEMENT = 1_000;

    private final EventRepository events;
    private final EventChanges changes;

    EventUpsert(EventRepository events, EventChanges changes) {
        this.events = events;
        this.changes = changes;
    }

    public record Result(UUID id, Outcome outcome) {
    }

    /** In the caller's transaction; results in the order of the events. */
    public List<Result> write(List<IncomingEvent> incoming, Instant now) {
        var chosen = newestOfEachIdentity(incoming);
        var results = new HashMap<Object, Result>();
        var pending = chosen.values().stream().sorted(IN_KEY_ORDER).toList();
        for (int from = 0; from < pending.size(); from += MOST_IN_A_STATEMENT) {
            writeAll(pending.subList(from, Math.min(pending.size(), from + MOST_IN_A_STATEMENT)), now, results);
        }
        changes.announce(pending.stream().filter(event -> isChange(results.get(event.identity())))
                .map(IncomingEvent::tenantId).collect(Collectors.toSet()));
        return incoming.stream().map(event -> results.get(event.identity())).toList();
    }

    private static boolean isChange(Result result) {
        return result.outcome() == Outcome.created || result.outcome() == Outcome.updated;
    }

    private void writeAll(List<IncomingEvent> events, Instant now, Map<Object, Result> results) {
        var pending = events;
        while (!pending.isEmpty()) {
            pending = write(pending, now, results);
        }
    }

    /** @return events deleted between the two statements, to be created again */
    private List<IncomingEvent> write(List<IncomingEvent> pending, Instant now, Map<Object, Result> results) {
        var created = new HashSet<>(events.create(pending, now));
        var known = new ArrayList<IncomingEvent>();
        for (var event : pending) {
            if (created.contains(event.id())) {
                results.put(event.identity(), new Result(event.id(), Outcome.created));
            } else {
                known.add(event);
            }
        }
        if (known.isEmpty()) {
            return known;
        }
        for (var judged : events.update(known, now)) {
            results.put(known.get(judged.index()).identity(), new Result(judged.id(), judged.outcome()));
        }
        return known.stream().filter(event -> !results.containsKey(event.identity())).toList();
    }

    private static Map<Object, IncomingEvent> newestOfEachIdentity(List<IncomingEvent> incoming) {
        var newest = new HashMap<Object, IncomingEvent>();
        for (var event : incoming) {
            newest.merge(event.identity(), event, (one, other) -> other.asOf().isBefore(one.asOf()) ? one : other);
        }
        return newest;
    }
}
