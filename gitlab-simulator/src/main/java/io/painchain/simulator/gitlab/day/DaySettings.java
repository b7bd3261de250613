package io.painchain.simulator.gitlab.day;

import java.time.Duration;

/** How many projects live for how long, with how many stories an hour in each; the same seed makes the same day. */
public record DaySettings(int projects, double storiesPerHour, Duration length, long seed) {

    private static final double LIVELY = 0.4;

    /** 24 hours, in each project a story every two and a half. */
    public static DaySettings of(int projects, long seed) {
        return new DaySettings(projects, LIVELY, Duration.ofDays(1), seed);
    }

    public DaySettings length(Duration duration) {
        return new DaySettings(projects, storiesPerHour, duration, seed);
    }
}
