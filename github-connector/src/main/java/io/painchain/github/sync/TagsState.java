package io.painchain.github.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where the tags stand.
 *
 * @param told by name, when its creation was told (epoch seconds; 0: it was there before); negative where that is only when it
 *        was noticed
 * @param gone by name, when a deletion was noticed that the feed did not tell yet (epoch seconds)
 * @param made of those that are gone, when their creation was told, as in {@code told}
 * @param pages of the list, with their ETags
 * @param readAt when the list was last read without relying on ETags; {@code null}: never
 * @param listed whether the list was ever read whole, so that what it did not show then is new
 * @param tooMany whether there are more than are kept, so that only the feed tells of them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TagsState(Map<String, Long> told, Map<String, Long> gone, Map<String, Long> made, List<PageTag> pages,
        Instant readAt,
        boolean listed, boolean tooMany) {

    static final TagsState UNREAD = new TagsState(null, null, null, null, null, false, false);

    public TagsState {
        told = told == null ? Map.of() : Map.copyOf(told);
        gone = gone == null ? Map.of() : Map.copyOf(gone);
        made = made == null ? Map.of() : Map.copyOf(made);
        pages = pages == null ? List.of() : List.copyOf(pages);
    }

    TagsState forgetTags() {
        return new TagsState(told, gone, made, List.of(), null, listed, tooMany);
    }
}
