package io.painchain.github.change.push;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.ListState;

/**
 * Where the pushes stand.
 *
 * @param activity the list they are read from
 * @param movements the last ones stored, with the time of the first of each (epoch seconds), to know a repetition
 * @param fromFeed whether the activity cannot be read, so that the Events feed tells of pushes
 * @param feedFloor feed entries from before are known ground; {@code null}: the feed was not read for pushes yet
 */
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
