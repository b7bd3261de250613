package io.painchain.github.change.push;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.ListState;

/** {@code movements}: last stored ones with first time (epoch seconds); {@code feedFloor}: older entries are known, or null. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PushesState(ListState activity, Map<String, Long> movements, boolean fromFeed, Instant feedFloor) {

    public static final PushesState UNREAD = new PushesState(ListState.UNREAD, Map.of(), false, null);

    public PushesState {
        activity = activity == null ? ListState.UNREAD : activity;
        movements = movements == null ? Map.of() : Map.copyOf(movements);
    }

    public PushesState forgetTags() {
        return new PushesState(activity.forgetTags(), movements, fromFeed, feedFloor);
    }
}
