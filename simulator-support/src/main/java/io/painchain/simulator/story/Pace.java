package io.painchain.simulator.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** How fast things follow each other: about one unit between two steps of a story. */
public final class Pace {

    private final Duration unit;
    private final Random random;

    public Pace(Duration unit, Random random) {
        this.unit = unit;
        this.random = random;
    }

    /** So many units later, give or take. */
    public Instant after(Instant moment, double units) {
        double spread = 0.6 + random.nextDouble();
        return moment.plusMillis((long) (unit.toMillis() * units * spread));
    }
}
