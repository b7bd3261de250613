package io.painchain.backend.timeline.statistics;

import java.time.Instant;

/** A tag that events carry, and when the newest of them happened. */
public record TagEntry(String tag, Instant lastEvent) {
}
