package io.painchain.simulator.world.pull;

/** How the commits of a pull request get onto the base branch. */
public enum MergeMethod {
    MERGE,
    SQUASH,
    REBASE,
    /** By a merge queue, which merges like {@link #MERGE} and is told apart in the activity list. */
    QUEUE
}
