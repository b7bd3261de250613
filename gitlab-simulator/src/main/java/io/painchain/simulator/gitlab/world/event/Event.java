package io.painchain.simulator.gitlab.world.event;

import java.time.Instant;

import io.painchain.simulator.gitlab.world.base.User;

/**
 * A line of the feed. {@code action} is the word that filters take; {@code hidden} ones are on the page and taken away
 * from it afterwards.
 */
public record Event(long id, String action, Target target, User author, Instant createdAt, PushData push, boolean hidden) {

    /** What an event is about; pushes have none. */
    public record Target(String type, long id, int iid, String title) {
    }

    /** As the API words it: a reopening reads as an opening. */
    public String actionName() {
        return switch (action) {
            case "pushed" -> push.actionName();
            case "closed", "approved" -> action;
            case "merged" -> "accepted";
            case "commented" -> "commented on";
            default -> "opened";
        };
    }
}
