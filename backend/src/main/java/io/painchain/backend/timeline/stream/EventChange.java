package io.painchain.backend.timeline.stream;

import io.painchain.backend.event.store.EventView;

record EventChange(StreamPosition position, EventView event) {
}
