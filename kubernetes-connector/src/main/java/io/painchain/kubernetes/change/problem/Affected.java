package io.painchain.kubernetes.change.problem;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

import io.painchain.kubernetes.mapping.Problem;

/** What ails one revision of a workload now. */
final class Affected {

    private final Problem.Place place;
    private final Set<String> reasons = new LinkedHashSet<>();
    private final Set<String> pods = new LinkedHashSet<>();
    private Instant since;
    private Instant newest;
    private String container;
    private String message;
    private int restarts;

    Affected(Problem.Place place) {
        this.place = place;
    }

    /** The earliest names the problem. */
    void add(String reason, String pod, Instant at, String inContainer, String words, int count) {
        if (since == null || at.isBefore(since)) {
            since = at;
            Set<String> others = new LinkedHashSet<>(reasons);
            reasons.clear();
            reasons.add(reason);
            reasons.addAll(others);
            container = inContainer;
        }
        reasons.add(reason);
        pods.add(pod);
        newest = newest == null || at.isAfter(newest) ? at : newest;
        message = message == null ? words : message;
        restarts = Math.max(restarts, count);
    }

    Problem.Place place() {
        return place;
    }

    Set<String> reasons() {
        return reasons;
    }

    int pods() {
        return pods.size();
    }

    Instant since() {
        return since;
    }

    Instant newest() {
        return newest;
    }

    String container() {
        return container;
    }

    String message() {
        return message;
    }

    int restarts() {
        return restarts;
    }
}
