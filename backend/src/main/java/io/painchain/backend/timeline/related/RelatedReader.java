package io.painchain.backend.timeline.related;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.event.store.EventView;
import io.painchain.backend.id.Ids;
import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.timeline.IntegrationNames;
import io.painchain.model.event.TypedKey;
import io.painchain.model.validation.FieldError;
import io.painchain.model.validation.Limits;

@Singleton
class RelatedReader {

    private final RelatedRepository events;
    private final IntegrationNames names;
    private final CurrentTenant tenant;

    RelatedReader(RelatedRepository events, IntegrationNames names, CurrentTenant tenant) {
        this.events = events;
        this.names = names;
        this.tenant = tenant;
    }

    List<RelatedEvent> related(String id, String limitText) {
        var event = Ids.parse(id).flatMap(uuid -> events.find(tenant.id(), uuid))
                .orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such event."));
        var errors = new ArrayList<FieldError>();
        int limit = PageQuery.limit(limitText, errors);
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        var links = links(event);
        followShipments(event, links);
        if (links.isEmpty()) {
            return List.of();
        }
        return names.named(events.related(tenant.id(), event, List.copyOf(links), limit), tenant.id()).stream()
                .map(other -> toRelated(event, links, other)).toList();
    }

    private static RelatedEvent toRelated(EventView event, Set<String> links, EventView other) {
        var theirs = links(other);
        theirs.addAll(keys(other));
        var sameThing = event.entity() != null && event.entity().equals(other.entity());
        var shared = links.stream().filter(theirs::contains)
                .filter(key -> !sameThing || !key.equals(event.entity()) || isKeyOfBoth(key, event, other)).toList();
        return new RelatedEvent(other, sameThing ? RelatedEvent.Reason.entity : RelatedEvent.Reason.key, shared);
    }

    private static boolean isKeyOfBoth(String key, EventView event, EventView other) {
        return keys(event).contains(key) && keys(other).contains(key);
    }

    /** What it brought along, and what brought it along: typed keys lead there from one side only. */
    private static void followShipments(EventView event, Set<String> links) {
        var shippedBy = links.stream().map(TypedKey.ships::of).filter(key -> key.length() <= Limits.CORRELATION_KEY).toList();
        links.addAll(TypedKey.ships.plain(keys(event)));
        links.addAll(shippedBy);
    }

    private static Set<String> links(EventView event) {
        var links = keys(event).stream().filter(TypedKey::isPlain).collect(Collectors.toCollection(LinkedHashSet::new));
        if (event.entity() != null) {
            links.add(event.entity());
        }
        return links;
    }

    private static List<String> keys(EventView event) {
        return event.correlationKeys() == null ? List.of() : event.correlationKeys();
    }
}
