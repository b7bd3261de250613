package io.painchain.day;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.painchain.day.Backend.Stored;
import io.painchain.simulator.truth.TrueEvent;

/** What the timeline holds and what happened, compared event by event. */
final class Differences {

    private static final int SHOWN = 20;

    private final Map<String, List<String>> byKind = new HashMap<>();
    private final Map<String, Integer> happened = new TreeMap<>();
    private final Map<String, Integer> exact = new TreeMap<>();

    private Differences() {
    }

    static Differences between(List<TrueEvent> truth, List<Stored> timeline) {
        Differences found = new Differences();
        Map<String, TrueEvent> happened = truth.stream().collect(Collectors.toMap(TrueEvent::stem, event -> event));
        Map<String, List<Stored>> stored = timeline.stream().collect(Collectors.groupingBy(Differences::stem));
        stored.forEach((id, events) -> {
            if (!happened.containsKey(id)) {
                found.add("that never happened", id);
            }
            if (events.size() > 1) {
                found.add("doubled", id);
            }
        });
        happened.forEach((id, event) -> {
            found.count(event, stored.getOrDefault(id, List.of()));
            if (!stored.containsKey(id)) {
                found.add("lost", event.toString());
            } else {
                found.compare(event, stored.get(id).get(0));
            }
        });
        return found;
    }

    boolean none() {
        return byKind.isEmpty();
    }

    /** Of each type how many happened, and how many of them the timeline holds once, as they are. */
    String exactness() {
        return happened.entrySet().stream()
                .map(type -> type.getKey() + " " + exact.getOrDefault(type.getKey(), 0) + " of " + type.getValue())
                .collect(Collectors.joining(", "));
    }

    private void count(TrueEvent event, List<Stored> stored) {
        happened.merge(event.type(), 1, Integer::sum);
        if (stored.size() == 1 && event.type().equals(stored.get(0).type())
                && Objects.equals(event.status(), stored.get(0).status())) {
            exact.merge(event.type(), 1, Integer::sum);
        }
    }

    @Override
    public String toString() {
        return byKind.entrySet().stream()
                .map(kind -> kind.getValue().size() + " " + kind.getKey() + ":\n  "
                        + kind.getValue().stream().sorted().limit(SHOWN).collect(Collectors.joining("\n  ")))
                .collect(Collectors.joining("\n"));
    }

    private void compare(TrueEvent event, Stored stored) {
        if (!event.type().equals(stored.type())) {
            add("of another type", event + " is stored as " + stored);
        } else if (!Objects.equals(event.status(), stored.status())) {
            add("in a wrong state", event + " is stored as " + stored);
        }
    }

    private void add(String kind, String what) {
        byKind.computeIfAbsent(kind, first -> new ArrayList<>()).add(what);
    }

    /** When a tag came or went may be known only to the second in which its list was read. */
    static String stem(Stored event) {
        return "tag".equals(event.type()) ? event.externalId().substring(0, event.externalId().lastIndexOf('@'))
                : event.externalId();
    }
}
