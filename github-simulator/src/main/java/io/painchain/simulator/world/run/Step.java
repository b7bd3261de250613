package io.painchain.simulator.world.run;

import java.time.Instant;

/** A step of a job. */
public record Step(int number, String name, String status, String conclusion, Instant startedAt,
        Instant completedAt) {
}
