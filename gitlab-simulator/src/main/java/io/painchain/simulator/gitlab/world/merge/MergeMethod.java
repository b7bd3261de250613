package io.painchain.simulator.gitlab.world.merge;

/** How a merge request ends in its target branch. */
public enum MergeMethod {
    MERGE(false, true),
    SQUASH(true, true),
    FAST_FORWARD(false, false),
    SQUASH_FAST_FORWARD(true, false);

    private final boolean squash;
    private final boolean mergeCommit;

    MergeMethod(boolean squash, boolean mergeCommit) {
        this.squash = squash;
        this.mergeCommit = mergeCommit;
    }

    public boolean squash() {
        return squash;
    }

    public boolean mergeCommit() {
        return mergeCommit;
    }
}
