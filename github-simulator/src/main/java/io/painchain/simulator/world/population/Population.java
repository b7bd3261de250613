package io.painchain.simulator.world.population;

/** How much to fill a repository with at once. */
public record Population(int pulls, int issues, int runs, int releases, int pushes, long seed) {
}
