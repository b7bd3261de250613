package io.painchain.github.change.push;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.painchain.connector.list.Digest;
import io.painchain.github.mapping.Push;
import io.painchain.github.mapping.RefChange;

/** Distinguishes a repeated movement of a branch from the same one seen in two lists. */
final class KnownMovements {

    /** The activity and the feed date the same push slightly differently. */
    private static final Duration SAME_PUSH = Duration.ofMinutes(2);
    private static final int KEPT = 150;

    private final Map<String, Long> movements;
    private final long tolerance;

    /** @param twoSources whether the other list may have shown some of the movements */
    KnownMovements(Map<String, Long> movements, boolean twoSources) {
        this.movements = new HashMap<>(movements);
        this.tolerance = twoSources ? SAME_PUSH.toSeconds() : 0;
    }

    boolean repeats(Push push) {
        Long first = movements.putIfAbsent(Digest.of(push.movement()), push.at().getEpochSecond());
        return first != null && Math.abs(first - push.at().getEpochSecond()) > tolerance;
    }

    boolean isNew(RefChange change) {
        long at = change.at().getEpochSecond();
        Long last = movements.put(Digest.of(change.kind() + (change.created() ? "+" : "-") + change.name()), at);
        return last == null || tolerance == 0 || Math.abs(last - at) > tolerance;
    }

    Map<String, Long> toKeep() {
        return movements.entrySet().stream().sorted(Map.Entry.<String, Long> comparingByValue().reversed()).limit(KEPT)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
