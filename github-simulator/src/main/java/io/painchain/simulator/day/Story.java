package io.painchain.simulator.day;

import java.time.Instant;

/** Something that begins at a moment and goes on by itself. */
@FunctionalInterface
interface Story {

    void begin(Instant at);
}
