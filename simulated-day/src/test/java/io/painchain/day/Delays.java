package io.painchain.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.painchain.day.Backend.Stored;
import io.painchain.simulator.truth.TrueEvent;

/** How long after it happened each thing was in the timeline. */
final class Delays {

    private final Map<String, List<Long>> seconds = new TreeMap<>();

    private Delays() {
    }

    /** Of the beginnings of all events, and of the ends of those that end. */
    static Delays between(List<TrueEvent> truth, List<Stored> timeline) {
        Map<String, Stored> stored = timeline.stream()
                .collect(Collectors.toMap(Differences::stem, event -> event, (one, other) -> one));
        Delays delays = new Delays();
        for (TrueEvent event : truth) {
            Stored known = stored.get(event.stem());
            if (known == null) {
                continue;
            }
            delays.add(event.type(), event.shownAt(), known.receivedAt());
            if (known.endTimestamp() != null) {
                delays.add(event.type() + " (end)", known.endTimestamp(), known.updatedAt());
            }
        }
        return delays;
    }

    private void add(String kind, Instant happened, Instant stored) {
        seconds.computeIfAbsent(kind, fresh -> new ArrayList<>()).add(Duration.between(happened, stored).toSeconds());
    }

    /** One line a kind: how many, half of them within, 95 of a hundred within, the slowest; in seconds. */
    @Override
    public String toString() {
        return seconds.entrySet().stream().map(kind -> {
            List<Long> sorted = kind.getValue().stream().sorted().toList();
            return String.format("%-24s %6d   p50 %4d   p95 %4d   max %5d", kind.getKey(), sorted.size(), share(sorted, 50),
                    share(sorted, 95), sorted.get(sorted.size() - 1));
        }).collect(Collectors.joining("\n"));
    }

    private static long share(List<Long> sorted, int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
