package io.painchain.github.change.transition;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.connector.draft.Transition;

/** GitHub hides events of flagged users, and the list may lag: each closing waits a while, then is stored by its time. */
final class UnseenClosings {

    private static final Duration LAG = Duration.ofMinutes(5);
    private static final int KEPT = 100;

    private final Map<Long, Long> waiting;

    UnseenClosings(Map<Long, Long> known) {
        this.waiting = new HashMap<>(known);
    }

    Set<Long> overdue(Instant now) {
        return waiting.entrySet().stream().filter(entry -> lags(Instant.ofEpochSecond(entry.getValue()), now))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Empty while a closing still waits, or where it was undone; {@code last} is the last step among the events. */
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
