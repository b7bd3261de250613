package io.painchain.simulator.kubernetes.day;

import java.time.Duration;
import java.util.Random;

import io.painchain.simulator.kubernetes.story.Stories;

/** Now and then a node is cordoned for a while. */
final class NodeLife {

    private final Stories stories;
    private final Truth truth;

    NodeLife(Stories stories, Truth truth) {
        this.stories = stories;
        this.truth = truth;
    }

    void plan(Random random, Planner planner) {
        planner.every(Duration.ofHours(3), () -> cordon("node-" + random.nextInt(6)));
    }

    private void cordon(String name) {
        stories.nodes().cordon(name, true);
        truth.cordon(stories.cluster().get("Node", "", name), stories.cluster().instant());
        stories.cluster().timeline().after(Duration.ofMinutes(20), () -> stories.nodes().cordon(name, false));
    }
}
