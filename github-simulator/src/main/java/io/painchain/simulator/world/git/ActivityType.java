package io.painchain.simulator.world.git;

import java.util.Locale;

/** What happened to a branch. */
public enum ActivityType {
    PUSH,
    FORCE_PUSH,
    BRANCH_CREATION,
    BRANCH_DELETION,
    PR_MERGE,
    MERGE_QUEUE_MERGE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
