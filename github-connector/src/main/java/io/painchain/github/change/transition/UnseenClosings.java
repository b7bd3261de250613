package io.painchain.github.change.transition;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.github.mapping.Transition;

/**
 * Closings that no event tells of, as GitHub hides what flagged users did. The events' list may lag behind, so each is waited
 * for
 * a while; then it is told by its time.
 */
final class UnseenClosings {

    private static final Duration LAG = Duration.ofMinutes(5);
    private static final int KEPT = 100;

    private final Map<Long, Long> waiting;

    UnseenClosings(Map<Long, Long> known) {
        this.waiting = new HashMap<>(known);
    }

    /** Those that have been waited for long enough. */
    Set<Long> overdue(Instant now) {
        return waiting.entrySet().stream().filter(entry -> lags(Instant.ofEpochSecond(entry.getValue()), now))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /**
     * @param last the last step of the thing among the events
     * @return empty where a closing is still waited for, or was undone
     */
    Optional<TransitionMark> closing(long number, Instant closedAt, Instant now, Optional<TransitionMark> last) {
        waiting.remove(number);
        if (last.filter(mark -> mark.is(Transition.Kind.closed)).isPresent()) {
            return last;
        }
        boolean undone = closedAt == null
                || last.filter(mark -> mark.at() > closedAt.getEpochSecond()).isPresent();
        if (undone) {
            return Optional.empty();
        }
        if (!lags(closedAt, now)) {
            waiting.put(number, closedAt.getEpochSecond());
            return Optional.empty();
        }
        return Optional.of(TransitionMark.closedAt(closedAt));
    }

    void forget(long number) {
        waiting.remove(number);
    }

    Map<Long, Long> toKeep() {
        return waiting.entrySet().stream().sorted(Map.Entry.<Long, Long> comparingByValue().reversed()).limit(KEPT)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean lags(Instant closedAt, Instant now) {
        return !closedAt.plus(LAG).isAfter(now);
    }
}
