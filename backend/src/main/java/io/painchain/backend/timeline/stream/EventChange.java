package io.painchain.backend.timeline.stream;

import io.painchain.backend.event.store.EventView;

/** A new state of an event, and up to where changes are known with it. */
record EventChange(StreamPosition position, EventView event) {
}
