package io.painchain.day;

import java.time.Clock;
import java.time.Instant;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.painchain.simulator.time.SettableClock;

/** The time of GitHub, connector and backend alike; it passes when the test says so. */
final class OneClock {

    static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-02T00:00:00Z"));

    private OneClock() {
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    static Clock clock() {
        return CLOCK;
    }
}
