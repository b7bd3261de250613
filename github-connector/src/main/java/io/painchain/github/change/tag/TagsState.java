package io.painchain.github.change.tag;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.painchain.connector.list.PackedNames;
import io.painchain.connector.list.PageTag;

/**
 * Times are epoch seconds.
 *
 * @param unpacked creation by name (0: older than the first sync; negative: when noticed); null in favor of {@code packed}
 * @param gone deletions that the feed did not show yet, with when they were noticed; {@code made}: their creation
 * @param readAt last read without ETags, or null
 * @param listed whether the list was ever read whole, so that other tags are new
 * @param tooMany whether only the feed reports tags, because there are more than are kept
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TagsState(@JsonProperty("told") Map<String, Long> unpacked, String packed, Map<String, Long> gone,
        Map<String, Long> made,
        List<PageTag> pages, Instant readAt, boolean listed, boolean tooMany, String commits) {

    public static final TagsState UNREAD = new TagsState(null, null, null, null, null, null, false, false);

    private static final int UNPACKED_TAGS = 300;
    private static final int UNPACKED_CHARACTERS = 12_000;
    /** Half of a checkpoint. */
    private static final int PACKED_CHARACTERS = 30_000;
    private static final int MOST_CHARACTERS = 50_000;
    /** After this long neither the feed nor the sweep asks for a change. */
    private static final Duration OLD = Duration.ofDays(35);

    public TagsState {
        unpacked = unpacked == null ? Map.of() : Map.copyOf(unpacked);
        gone = gone == null ? Map.of() : Map.copyOf(gone);
        made = made == null ? Map.of() : Map.copyOf(made);
        pages = pages == null ? List.of() : List.copyOf(pages);
    }

    public TagsState(Map<String, Long> unpacked, String packed, Map<String, Long> gone, Map<String, Long> made,
            List<PageTag> pages, Instant readAt, boolean listed, boolean tooMany) {
        this(unpacked, packed, gone, made, pages, readAt, listed, tooMany, null);
    }

    TagCommits standFor() {
        return new TagCommits(commits);
    }

    /** Drops them where a checkpoint cannot hold them. */
    TagsState with(TagCommits known) {
        boolean fits = known.text() == null || packed == null || packed.length() + known.text().length() <= MOST_CHARACTERS;
        return new TagsState(unpacked, packed, gone, made, pages, readAt, listed, tooMany,
                tooMany ? null : fits ? known.text() : TagCommits.NONE.text());
    }

    public Map<String, Long> tags() {
        return packed == null ? unpacked : times();
    }

    private Map<String, Long> times() {
        Map<String, Long> times = new HashMap<>();
        PackedNames.unpack(packed).forEach((name, at) -> times.put(name, at.isEmpty() ? 0 : Long.parseLong(at)));
        return times;
    }

    private static Map<String, String> words(Map<String, Long> times) {
        Map<String, String> words = new HashMap<>();
        times.forEach((name, at) -> words.put(name, at == 0 ? "" : at.toString()));
        return words;
    }

    /** Whether the list may be compared with what is known. */
    public boolean comparable() {
        return listed && !tooMany;
    }

    /** Drops the tags where a checkpoint cannot hold them. */
    public TagsState withTags(Map<String, Long> tags) {
        if (tooMany || tags.size() <= UNPACKED_TAGS
                && tags.keySet().stream().mapToInt(String::length).sum() <= UNPACKED_CHARACTERS) {
            return new TagsState(tooMany ? Map.of() : tags, null, gone, made, pages, readAt, listed, tooMany);
        }
        String text = PackedNames.pack(words(withoutOldTimes(tags)));
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
        return new TagsState(unpacked, packed, gone, made, List.of(), null, listed, tooMany, commits);
    }
}
