package io.painchain.simulator.truth;

import java.time.Instant;

/**
 * Something that happened, under the id that a collector gives it. {@code project} is the repository's present name; the
 * one in the id is what it was called at the beginning. {@code status} is null where the event has none. {@code shownAt} is
 * when GitHub could first tell of it: {@code at} but for commits, which come to a branch after they were made. With
 * {@code timeInId} the id ends in a time that the feed alone tells: who misses that entry can know it up to the
 * {@code @}.
 */
public record TrueEvent(String externalId, String type, String status, String project, Instant at, Instant shownAt,
        boolean timeInId) {

    /** The id without a time that may not be known. */
    public String stem() {
        return timeInId ? externalId.substring(0, externalId.lastIndexOf('@')) : externalId;
    }
}
