package io.painchain.backend.event;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.inject.Singleton;

import io.painchain.backend.database.DatabaseFailures;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.database.Turn;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.EventView;

/**
 * Writes single events of many callers. What arrives while a transaction is under way waits for it to end and is written
 * together in the next one: a commit and a statement cost the same for one event and for thirty.
 */
@Singleton
class SingleEvents {

    private static final int MOST_AT_ONCE = 200;

    private final EventUpsert upsert;
    private final EventRepository events;
    private final IntegrationDirectory integrations;
    private final RepeatedTransaction transaction;
    private final Clock clock;
    private final Queue<WaitingEvent> waiting = new ConcurrentLinkedQueue<>();
    private final Turn turn = new Turn();

    SingleEvents(EventUpsert upsert, EventRepository events, IntegrationDirectory integrations,
            RepeatedTransaction transaction, Clock clock) {
        this.upsert = upsert;
        this.events = events;
        this.integrations = integrations;
        this.transaction = transaction;
        this.clock = clock;
    }

    IngestedEvent write(IncomingEvent incoming, Source source) {
        var mine = new WaitingEvent(incoming, source.integration());
        waiting.add(mine);
        try {
            turn.take(() -> {
                while (!mine.isDone()) {
                    writeTogether(nextGroup());
                }
                return null;
            });
        } finally {
            waiting.remove(mine);
        }
        return mine.result();
    }

    /** Of each identity one: another state of it is written after this one, as if it came later. */
    private List<WaitingEvent> nextGroup() {
        var group = new ArrayList<WaitingEvent>();
        var identities = new HashSet<Object>();
        for (var candidates = waiting.iterator(); candidates.hasNext() && group.size() < MOST_AT_ONCE;) {
            var candidate = candidates.next();
            if (identities.add(candidate.incoming().identity())) {
                group.add(candidate);
                candidates.remove();
            }
        }
        return group;
    }

    /** What fails together is written one by one, so that nobody suffers from another's failure. */
    private void writeTogether(List<WaitingEvent> group) {
        try {
            var results = transaction.call(() -> writeAll(group));
            for (int i = 0; i < group.size(); i++) {
                group.get(i).succeed(results.get(i));
            }
        } catch (RuntimeException e) {
            if (group.size() == 1 || DatabaseFailures.isAway(e)) {
                group.forEach(event -> event.fail(e));
            } else {
                group.forEach(event -> writeTogether(List.of(event)));
            }
        } finally {
            group.stream().filter(event -> !event.isDone()).forEach(WaitingEvent::abandon);
        }
    }

    private List<IngestedEvent> writeAll(List<WaitingEvent> group) {
        hold(group);
        var incoming = group.stream().map(WaitingEvent::incoming).toList();
        var results = upsert.write(incoming, clock.instant());
        var stored = new HashMap<String, EventView>();
        events.find(incoming.stream().map(IncomingEvent::tenantId).toList(),
                results.stream().map(EventUpsert.Result::id).toList()).forEach(event -> stored.put(event.id(), event));
        var ingested = new ArrayList<IngestedEvent>();
        for (int i = 0; i < group.size(); i++) {
            var event = Optional.ofNullable(stored.get(results.get(i).id().toString()))
                    .orElseThrow(() -> ProblemType.NOT_FOUND.problem("The event was deleted meanwhile."));
            ingested.add(new IngestedEvent(named(event, group.get(i).integration()), results.get(i).outcome()));
        }
        return ingested;
    }

    private void hold(List<WaitingEvent> group) {
        group.stream().map(WaitingEvent::integration).filter(integration -> integration != null).distinct()
                .sorted(Comparator.comparing(IntegrationReference::id))
                .forEach(integrations::hold);
    }

    private static EventView named(EventView event, IntegrationReference integration) {
        return integration == null ? event : EventRows.named(event, Map.of(integration.id(), integration.name()));
    }
}
