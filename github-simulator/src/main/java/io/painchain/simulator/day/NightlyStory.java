package io.painchain.simulator.day;

import java.time.Instant;

import io.painchain.simulator.world.run.NewRun;

/** A run that nobody asked for but the schedule. */
final class NightlyStory implements Story {

    private final Scene scene;

    NightlyStory(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void begin(Instant at) {
        scene.run(new NewRun("Nightly", "main").event("schedule").jobs("build", "load-test"), at, green -> {
            // until the next night
        });
    }
}
