package io.painchain.simulator.world.change;

import java.time.Instant;

/** Who does something, and when; without a time it happens now. */
public record By(String login, Instant at) {

    public static By user(String login) {
        return new By(login, null);
    }

    public By at(Instant moment) {
        return new By(login, moment);
    }
}
