package io.painchain.github.change.push;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.painchain.connector.list.Digest;
import io.painchain.github.mapping.Push;
import io.painchain.github.mapping.RefChange;

/** Which branch moved between which commits, so that a repetition is told from the same movement seen twice. */
final class MovementBook {

    /** The activity and the feed date the same push a little differently. */
    private static final Duration SAME_PUSH = Duration.ofMinutes(2);
    private static final int KEPT = 150;

    private final Map<String, Long> movements;
    private final long tolerance;

    /** @param twoSources whether some of the movements may be known from the other list */
    MovementBook(Map<String, Long> movements, boolean twoSources) {
        this.movements = new HashMap<>(movements);
        this.tolerance = twoSources ? SAME_PUSH.toSeconds() : 0;
    }

    boolean repeats(Push push) {
        Long first = movements.putIfAbsent(Digest.of(push.movement()), push.at().getEpochSecond());
        return first != null && Math.abs(first - push.at().getEpochSecond()) > tolerance;
    }

    /** Whether the other list did not tell of it before. */
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
