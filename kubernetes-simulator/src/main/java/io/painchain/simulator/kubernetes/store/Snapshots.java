package io.painchain.simulator.kubernetes.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lists that clients are still paging through; after five minutes they are forgotten. */
public final class Snapshots {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final String MESSAGE = "The provided continue parameter is too old to display a consistent list result. "
            + "You can start a new list without the continue parameter.";

    private final Supplier<Instant> now;
    private final Map<String, Snapshot> kept = new HashMap<>();

    public Snapshots(Supplier<Instant> now) {
        this.now = now;
    }

    private record Snapshot(Instant taken, List<ObjectNode> objects) {
    }

    /** {@code of} says whose list it is: its path. */
    public synchronized void keep(String of, long revision, List<ObjectNode> objects) {
        Instant oldest = now.get().minus(KEPT);
        kept.values().removeIf(snapshot -> snapshot.taken().isBefore(oldest));
        kept.put(of + "@" + revision, new Snapshot(now.get(), objects));
    }

    public synchronized List<ObjectNode> at(String of, long revision) throws ExpiredException {
        Snapshot snapshot = kept.get(of + "@" + revision);
        if (snapshot == null || snapshot.taken().isBefore(now.get().minus(KEPT))) {
            throw new ExpiredException(MESSAGE);
        }
        return snapshot.objects();
    }

    public synchronized void forget() {
        kept.clear();
    }
}
