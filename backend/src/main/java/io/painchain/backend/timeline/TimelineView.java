package io.painchain.backend.timeline;

import java.util.List;

import org.jetbrains.annotations.Nullable;

import io.painchain.backend.event.store.EventView;

/**
 * A page of the timeline.
 *
 * @param events newest first
 * @param total how many events the filter lets pass in all, counted up to 10,000
 * @param totalExact whether {@code total} is all of them
 * @param nextCursor where the next page begins, or {@code null} at the end
 */
public record TimelineView(List<EventView> events, long total, boolean totalExact, @Nullable String nextCursor) {
}
