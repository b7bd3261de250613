package io.painchain.simulator.day;

import java.time.Duration;

/**
 * How a day goes: so many repositories of one owner, in each of which {@code storiesPerHour} stories begin on average (a
 * pull request until its end, a release with its deployment, an issue, …: about a dozen events each), for so long.
 */
public record DaySettings(String owner, int repositories, double storiesPerHour, Duration length, long seed) {

    private static final double LIVELY = 0.5;

    /** 24 hours, a new story every two hours in each repository. */
    public static DaySettings of(int repositories, long seed) {
        return new DaySettings("acme", repositories, LIVELY, Duration.ofDays(1), seed);
    }

    public DaySettings storiesPerHour(double stories) {
        return new DaySettings(owner, repositories, stories, length, seed);
    }

    public DaySettings length(Duration duration) {
        return new DaySettings(owner, repositories, storiesPerHour, duration, seed);
    }

    public DaySettings owner(String login) {
        return new DaySettings(login, repositories, storiesPerHour, length, seed);
    }
}
