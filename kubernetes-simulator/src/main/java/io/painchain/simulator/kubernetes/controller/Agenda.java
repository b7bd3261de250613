package io.painchain.simulator.kubernetes.controller;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.schedule.Timeline;

/** When a controller looks at an object next: the earliest time asked for since it last did. */
final class Agenda {

    private static final int LONGEST_SECONDS = 10;

    private final Timeline timeline;
    private final Map<String, Instant> planned = new HashMap<>();
    private final Map<String, Integer> idle = new HashMap<>();

    Agenda(Timeline timeline) {
        this.timeline = timeline;
    }

    void look(ObjectNode object, Duration after, Runnable action) {
        String key = key(object);
        Instant at = timeline.now().plus(after);
        Instant known = planned.get(key);
        if (known != null && !at.isBefore(known)) {
            return;
        }
        planned.put(key, at);
        timeline.at(at, () -> {
            if (planned.remove(key, at)) {
                action.run();
            }
        });
    }

    /** How long to wait before the next look: the longer, the more often nothing moved. */
    Duration patience(boolean moved, ObjectNode object) {
        if (moved) {
            idle.remove(key(object));
            return Duration.ofSeconds(1);
        }
        return Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1 << Math.min(4, idle.merge(key(object), 1, Integer::sum) - 1)));
    }

    private static String key(ObjectNode object) {
        return object.path("kind").asText() + "/" + Cluster.namespace(object) + "/" + Cluster.name(object);
    }
}
