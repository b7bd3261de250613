package io.painchain.backend.event;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.database.DatabaseFailures;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.event.store.EventRepository;
import io.painchain.backend.event.store.EventRows;
import io.painchain.backend.event.store.EventUpsert;
import io.painchain.backend.event.store.EventView;
import io.painchain.backend.event.store.IncomingEvent;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.event.Outcome;

/** Events that arrive during a transaction share the next one: a commit costs the same for one and for thirty. */
@Singleton
class SingleEvents {

    private static final int MOST_AT_ONCE = 200;

    private final EventUpsert upsert;
    private final EventRepository events;
    private final IntegrationDirectory integrations;
    private final RepeatedTransaction transaction;
    private final Clock clock;
    private final Queue<WaitingEvent> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    SingleEvents(EventUpsert upsert, EventRepository events, IntegrationDirectory integrations,
            RepeatedTransaction transaction, Clock clock) {
        this.upsert = upsert;
        this.events = events;
        this.integrations = integrations;
        this.transaction = transaction;
        this.clock = clock;
    }

    IngestedEvent write(IncomingEvent incoming, Sender sender) {
        var mine = new WaitingEvent(incoming, sender.integration());
        waiting.add(mine);
        try {
            while (!mine.isDone()) {
                if (writing.tryLock()) {
                    writeUntilDone(mine);
                } else {
                    mine.await();
                }
            }
        } finally {
            waiting.remove(mine);
        }
        return mine.result();
    }

    private void writeUntilDone(WaitingEvent mine) {
        try {
            while (!mine.isDone()) {
                writeTogether(nextGroup());
            }
        } finally {
            writing.unlock();
            var next = waiting.peek();
            if (next != null) {
                next.wake();
            }
        }
    }

    /** One state of an identity per group; another is written in a later group. */
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

    /** A failed group is written one by one, so that one event's failure affects no other. */
    private void writeTogether(List<WaitingEvent> group) {
        try {
            var results = inScope(group, () -> writeAll(group));
            for (int i = 0; i < group.size(); i++) {
                group.get(i).succeed(results.get(i));
            }
        } catch (RuntimeException e) {
            if (DatabaseFailures.isAway(e)) {
                group.forEach(event -> event.fail(e));
                failWaiting(e);
            } else if (group.size() == 1) {
                group.get(0).fail(e);
            } else {
                group.forEach(event -> writeTogether(List.of(event)));
            }
        } finally {
            group.stream().filter(event -> !event.isDone()).forEach(WaitingEvent::abandon);
        }
    }

    /** Where a group is of several tenants, each is in its rows. */
    private <T> T inScope(List<WaitingEvent> group, Supplier<T> work) {
        var tenants = group.stream().map(event -> event.incoming().tenantId()).distinct().toList();
        return tenants.size() == 1 ? transaction.callFor(tenants.get(0), work) : transaction.callForAll(work);
    }

    /** For callers that waited while the database went away. */
    private void failWaiting(RuntimeException reason) {
        for (var event = waiting.poll(); event != null; event = waiting.poll()) {
            event.fail(reason);
        }
    }

    private List<IngestedEvent> writeAll(List<WaitingEvent> group) {
        hold(group);
        var incoming = group.stream().map(WaitingEvent::incoming).toList();
        var now = clock.instant();
        var results = upsert.write(incoming, now);
        var known = known(incoming, results);
        var ingested = new ArrayList<IngestedEvent>();
        for (int i = 0; i < group.size(); i++) {
            var result = results.get(i);
            var event = result.outcome() == Outcome.created ? EventMapper.toView(incoming.get(i), now)
                    : Optional.ofNullable(known.get(result.id().toString()))
                            .orElseThrow(() -> ProblemType.NOT_FOUND.problem("The event was deleted meanwhile."));
            ingested.add(new IngestedEvent(named(event, group.get(i).integration()), result.outcome()));
        }
        return ingested;
    }

    private Map<String, EventView> known(List<IncomingEvent> incoming, List<EventUpsert.Result> results) {
        var tenants = new ArrayList<String>();
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).outcome() != Outcome.created) {
                tenants.add(incoming.get(i).tenantId());
                ids.add(results.get(i).id());
            }
        }
        return ids.isEmpty() ? Map.of()
                : events.find(tenants, ids).stream().collect(Collectors.toMap(EventView::id, Function.identity()));
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
