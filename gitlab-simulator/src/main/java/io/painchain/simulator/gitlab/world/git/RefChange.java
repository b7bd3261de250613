package io.painchain.simulator.gitlab.world.git;

/** What a push does to one ref: before and after are null where it did not or does not exist. */
public record RefChange(String refType, String ref, String before, String after, int commits) {

    public String action() {
        if (before == null) {
            return "created";
        }
        return after == null ? "removed" : "pushed";
    }
}
