package io.painchain.simulator.world.population;

import java.time.Duration;

/**
 * How much to fill a repository with at once, one thing so long after the other; {@code endlessRuns} are begun and never
 * end.
 */
public record Population(int pulls, int issues, int runs, int releases, int pushes, long seed, int endlessRuns,
        Duration apart) {

    private static final Duration USUAL = Duration.ofSeconds(90);

    public Population(int pulls, int issues, int runs, int releases, int pushes, long seed) {
        this(pulls, issues, runs, releases, pushes, seed, 0, USUAL);
    }

    public Population endlessRuns(int number) {
        return new Population(pulls, issues, runs, releases, pushes, seed, number, apart);
    }

    public Population apart(Duration distance) {
        return new Population(pulls, issues, runs, releases, pushes, seed, endlessRuns, distance);
    }

    long things() {
        return (long) pulls + issues + runs + releases + pushes + endlessRuns;
    }
}
