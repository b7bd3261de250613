package io.painchain.backend.timeline.stream;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.event.store.EventView;
import io.painchain.backend.timeline.IntegrationNames;
import io.painchain.backend.timeline.filter.TimelineFilter;

/** Changes in the order of streams, for who keeps their own position. */
@Singleton
public class CommittedChanges {

    private final ChangeRepository changes;
    private final IntegrationNames names;

    CommittedChanges(ChangeRepository changes, IntegrationNames names) {
        this.changes = changes;
        this.names = names;
    }

    /** @param transaction with {@code event} the position after these */
    public record Portion(List<EventView> events, long transaction, UUID event) {
    }

    /** In the caller's transaction. A position ahead belongs to another database: then from now on. */
    public Portion after(long transaction, UUID event, TimelineFilter filter, int limit) {
        var found = changes.after(new StreamPosition(transaction, event), filter, limit);
        var events = names.named(found.found().stream().map(EventChange::event).toList(), filter.tenantId());
        boolean isMore = found.found().size() == limit;
        var next = isMore ? found.found().get(limit - 1).position()
                : StreamPosition.before(found.transactions().settled());
        return new Portion(events, next.transaction(), next.event());
    }
}
