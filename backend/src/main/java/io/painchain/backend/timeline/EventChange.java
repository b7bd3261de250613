package io.painchain.backend.timeline;

import io.painchain.backend.event.EventView;

/** A new state of an event, and up to where changes are known with it. */
record EventChange(StreamPosition position, EventView event) {
}
