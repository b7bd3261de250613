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

    private final Timeline timeline;
    private final Map<String, Instant> planned = new HashMap<>();

    Agenda(Timeline timeline) {
        this.timeline = timeline;
    }

    void look(ObjectNode object, Duration after, Runnable action) {
        String key = object.path("kind").asText() + "/" + Cluster.namespace(object) + "/" + Cluster.name(object);
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
}
