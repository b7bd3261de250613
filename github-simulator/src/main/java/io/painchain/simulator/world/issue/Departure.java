package io.painchain.simulator.world.issue;

import io.painchain.simulator.world.repository.Repository;

/** Why an issue is no longer where it was; where it went, if it was transferred. */
public record Departure(Reason reason, Repository target, int number) {

    /** What became of it. */
    public enum Reason {
        TRANSFERRED,
        DELETED,
        /** Made a discussion, which is no issue and has no address among them. */
        CONVERTED
    }
}
