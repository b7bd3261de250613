package io.painchain.backend.deployment.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.painchain.model.connector.EventFact;
import io.painchain.model.connector.EventRole;

/** Takes facts out of changed events and keeps them; the order in which events come makes no difference. */
@Singleton
public class Facts {

    private final Meanings meanings;
    private final FactRepository facts;
    private final LegRepository legs;
    private final SourceEventRepository events;

    Facts(Meanings meanings, FactRepository facts, LegRepository legs, SourceEventRepository events) {
        this.meanings = meanings;
        this.facts = facts;
        this.legs = legs;
        this.events = events;
    }

    /**
     * What changed in consequence.
     *
     * @param legs as they were and as they are
     * @param shas of commits of which more is known
     * @param heads to which pushes are known now
     * @param works of which more is known
     */
    public record Changed(List<Leg> legs, Set<String> shas, Set<String> heads, Set<String> works) {
    }

    public Changed keep(String tenantId, List<SourceEvent> changed) {
        var readings = changed.stream().flatMap(event -> reading(event).stream()).toList();
        var commits = new HashMap<String, Commit>();
        var pushes = new ArrayList<Push>();
        var works = new HashMap<String, Work>();
        for (var event : readings) {
            WorkReading.commits(event).forEach(commit -> commits.merge(commit.sha(), commit, FactRepository::together));
            WorkReading.push(event).ifPresent(pushes::add);
            WorkReading.work(event).ifPresent(work -> works.put(work.id(), work));
        }
        var shas = new LinkedHashSet<>(facts.keepCommits(tenantId, commits.values()));
        facts.keepPushes(tenantId, pushes);
        facts.keepWorks(tenantId, works.values());
        works.values().forEach(work -> {
            shas.addAll(work.commits());
            Optional.ofNullable(work.version()).ifPresent(shas::add);
        });
        var heads = new LinkedHashSet<String>();
        pushes.forEach(push -> heads.add(push.head()));
        return new Changed(legs(tenantId, readings), shas, heads, Set.copyOf(works.keySet()));
    }

    /** All of a leg's events are read again, so that it does not matter which of them changed. */
    private List<Leg> legs(String tenantId, List<EventReading> readings) {
        var together = new LinkedHashSet<String>();
        var alone = new HashMap<String, EventReading>();
        for (var event : readings) {
            if (event.is(EventRole.carrier)) {
                if (isPart(event)) {
                    together.add(event.event().entity());
                } else {
                    alone.put(event.event().id().toString(), event);
                }
            }
        }
        var all = new ArrayList<Leg>();
        parts(tenantId, together).forEach((entity, parts) -> all.addAll(keep(tenantId, entity, parts)));
        alone.forEach((id, event) -> all.addAll(keep(tenantId, id, List.of(event))));
        return all;
    }

    private List<Leg> keep(String tenantId, String id, List<EventReading> events) {
        var before = legs.find(tenantId, id);
        var now = LegReading.of(id, tenantId, events);
        if (before.equals(now)) {
            return List.of();
        }
        now.ifPresentOrElse(legs::keep, () -> legs.remove(tenantId, id));
        return List.of(before, now).stream().flatMap(Optional::stream).toList();
    }

    private Map<String, List<EventReading>> parts(String tenantId, Set<String> entities) {
        var parts = new HashMap<String, List<EventReading>>();
        events.ofEntities(tenantId, entities).stream().flatMap(event -> reading(event).stream())
                .filter(event -> event.is(EventRole.carrier) && isPart(event))
                .forEach(event -> parts.computeIfAbsent(event.event().entity(), entity -> new ArrayList<>()).add(event));
        return parts;
    }

    private Optional<EventReading> reading(SourceEvent event) {
        return meanings.of(event).map(meaning -> new EventReading(event, meaning));
    }

    private static boolean isPart(EventReading event) {
        return event.event().entity() != null && event.text(EventFact.deployment).isPresent();
    }
}
