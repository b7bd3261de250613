package io.painchain.gitlab.mapping;

import java.time.Instant;

import io.painchain.connector.draft.Text;

/**
 * A branch that went from one commit to another.
 *
 * @param before may be the first 12 digits only; {@code title} is the head commit's, or null
 * @param exact whether the time is the feed's, not that of a comparison
 */
public record Movement(String branch, String before, String head, Instant at, String actor, String title, boolean exact) {

    private static final int DIGITS = 12;

    /** Identifies the movement within its project, without the time. */
    public String name() {
        return branch + "@" + Text.shortSha(before, DIGITS) + ".." + Text.shortSha(head, DIGITS);
    }
}
