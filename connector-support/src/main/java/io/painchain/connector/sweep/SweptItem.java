package io.painchain.connector.sweep;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.painchain.model.event.EventDraft;

/**
 * Something that a list showed to the sweep.
 *
 * @param at when it came about; it counts towards that day
 * @param digest changes whenever something about it ought to be an event
 * @param probes asked for where its day looks other than before: drafts that tell the backend nothing but whether it has them;
 *        where it has, they change nothing
 */
public record SweptItem<T>(T record, Instant at, String digest, Supplier<List<EventDraft>> probes) {
}
