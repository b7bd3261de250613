package io.painchain.connector.sweep;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.painchain.model.event.EventDraft;

/**
 * @param at counts towards that day; {@code digest} changes with anything that ought to be an event
 * @param probes requested where the day changed; they change nothing that the backend has
 */
public record SweptItem<T>(T record, Instant at, String digest, Supplier<List<EventDraft>> probes) {
}
