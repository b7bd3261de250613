package io.painchain.backend.timeline.related;

import java.util.List;

import io.painchain.backend.event.store.EventView;

/**
 * An event that has to do with another one.
 *
 * @param event without {@code data} and {@code description}
 * @param keys correlation keys that both have, or that are the one's entity and the other's key
 */
public record RelatedEvent(EventView event, Reason reason, List<String> keys) {

    /** Why they belong together. */
    public enum Reason {
        /** They are steps in the life of one thing. */
        entity,
        /** They share a key. */
        key
    }
}
