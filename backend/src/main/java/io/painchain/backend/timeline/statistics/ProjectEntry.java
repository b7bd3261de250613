package io.painchain.backend.timeline.statistics;

import java.time.Instant;

/** A project that events are of, and when its newest one happened. */
public record ProjectEntry(String connector, String project, Instant lastEvent) {
}
