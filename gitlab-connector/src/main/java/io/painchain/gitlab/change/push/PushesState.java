package io.painchain.gitlab.change.push;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.ListState;
import io.painchain.connector.list.PackedNames;

/**
 * @param heads where each branch was last seen, packed, by its first 12 digits; {@code null}: not known, or too many
 * @param tags the same of tags
 * @param comparedAt when all refs were last compared with these; {@code null}: never
 * @param unresolved changes of refs that no line of the feed names
 * @param movements by digest, the line of the feed that told of the movement first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PushesState(ListState feed, String heads, String tags, Instant comparedAt, Unresolved unresolved,
        Map<String, Long> movements) {

    static final PushesState UNREAD = new PushesState(ListState.UNREAD, null, null, null, null, Map.of());

    public PushesState {
        feed = feed == null ? ListState.UNREAD : feed;
        movements = movements == null ? Map.of() : Map.copyOf(movements);
    }

    PushesState with(ListState newFeed) {
        return new PushesState(newFeed, heads, tags, comparedAt, unresolved, movements);
    }

    boolean comparable() {
        return heads != null && tags != null;
    }

    Map<String, String> knownHeads() {
        return heads == null ? Map.of() : PackedNames.unpack(heads);
    }

    Map<String, String> knownTags() {
        return tags == null ? Map.of() : PackedNames.unpack(tags);
    }
}
