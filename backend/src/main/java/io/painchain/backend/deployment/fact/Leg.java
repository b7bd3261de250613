package io.painchain.backend.deployment.fact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.painchain.model.connector.EventState;

/**
 * What carries a version into a slot.
 *
 * @param run what it is a part of; {@code null}: of nothing
 * @param done {@code null} where it is not, or not yet
 * @param at when it was done, else when it last changed
 * @param told what it is said to have shipped; {@code null}: nothing is
 * @param works plain keys of work that it is said to have shipped
 */
public record Leg(String id, Slot slot, boolean production, String version, String run, EventState state, Instant began,
        Instant done, Instant at, Told told, List<String> works, UUID eventId, Instant knownAt) {

    /**
     * @param from the version before
     * @param commits that are new; {@code count} if more than are listed
     * @param back that are no longer there
     */
    public record Told(String from, List<String> commits, long count, List<String> back) {
    }
}
