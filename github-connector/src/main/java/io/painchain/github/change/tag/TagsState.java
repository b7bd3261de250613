package io.painchain.github.change.tag;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.PageTag;

/**
 * Where the tags stand.
 *
 * @param told by name, when its creation was told (epoch seconds; 0: it was there before); negative where that is only when it
 *        was noticed
 * @param packed the same in the place of {@code told} where there are many; {@code null} where there are not
 * @param gone by name, when a deletion was noticed that the feed did not tell yet (epoch seconds)
 * @param made of those that are gone, when their creation was told, as in {@code told}
 * @param pages of the list, with their ETags
 * @param readAt when the list was last read without relying on ETags; {@code null}: never
 * @param listed whether the list was ever read whole, so that what it did not show then is new
 * @param tooMany whether there are more than are kept, so that only the feed tells of them
 * @param commits what each stood for, as in {@link TagCommits}; {@code null}: never learned
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TagsState(Map<String, Long> told, String packed, Map<String, Long> gone, Map<String, Long> made,
        List<PageTag> pages, Instant readAt, boolean listed, boolean tooMany, String commits) {

    public static final TagsState UNREAD = new TagsState(null, null, null, null, null, null, false, false);

    private static final int UNPACKED_TAGS = 300;
    private static final int UNPACKED_CHARACTERS = 12_000;
    /** Half of a checkpoint. */
    private static final int PACKED_CHARACTERS = 30_000;
    private static final int MOST_CHARACTERS = 50_000;
    /** So long after the last one that was told the feed tells no more of a tag, nor does the sweep ask for it. */
    private static final Duration OLD = Duration.ofDays(35);

    public TagsState {
        told = told == null ? Map.of() : Map.copyOf(told);
        gone = gone == null ? Map.of() : Map.copyOf(gone);
        made = made == null ? Map.of() : Map.copyOf(made);
        pages = pages == null ? List.of() : List.copyOf(pages);
    }

    public TagsState(Map<String, Long> told, String packed, Map<String, Long> gone, Map<String, Long> made,
            List<PageTag> pages, Instant readAt, boolean listed, boolean tooMany) {
        this(told, packed, gone, made, pages, readAt, listed, tooMany, null);
    }

    /** What each of the tags stood for. */
    TagCommits standFor() {
        return new TagCommits(commits);
    }

    /** The same with what they stand for; where that is more than a checkpoint holds, without. */
    TagsState with(TagCommits known) {
        boolean fits = known.text() == null || packed == null || packed.length() + known.text().length() <= MOST_CHARACTERS;
        return new TagsState(told, packed, gone, made, pages, readAt, listed, tooMany,
                tooMany ? null : fits ? known.text() : TagCommits.NONE.text());
    }

    /** The tags that there are, as in {@code told}. */
    public Map<String, Long> tags() {
        return packed == null ? told : PackedTags.unpack(packed);
    }

    /** Whether what the list shows may be held against what is known. */
    public boolean comparable() {
        return listed && !tooMany;
    }

    /** The same with these tags; where they are more than a checkpoint holds, with none. */
    public TagsState withTags(Map<String, Long> tags) {
        if (tooMany || tags.size() <= UNPACKED_TAGS
                && tags.keySet().stream().mapToInt(String::length).sum() <= UNPACKED_CHARACTERS) {
            return new TagsState(tooMany ? Map.of() : tags, null, gone, made, pages, readAt, listed, tooMany);
        }
        String text = PackedTags.pack(withoutOldTimes(tags));
        return text.length() <= PACKED_CHARACTERS ? new TagsState(null, text, gone, made, pages, readAt, listed, false)
                : new TagsState(null, null, gone, made, pages, readAt, listed, true);
    }

    private static Map<String, Long> withoutOldTimes(Map<String, Long> tags) {
        long newest = tags.values().stream().mapToLong(Math::abs).max().orElse(0);
        Map<String, Long> without = new HashMap<>(tags);
        without.replaceAll((name, at) -> Math.abs(at) < newest - OLD.toSeconds() ? 0 : at);
        return without;
    }

    public TagsState forgetTags() {
        return new TagsState(told, packed, gone, made, List.of(), null, listed, tooMany, commits);
    }
}
