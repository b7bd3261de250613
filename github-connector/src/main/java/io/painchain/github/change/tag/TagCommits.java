package io.painchain.github.change.tag;

import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** What each tag points to, in name order: whole SHAs of few tags, short prefixes of many; null text: never read. */
record TagCommits(String text) {

    static final int WHOLE = 300;

    private static final int WHOLE_LENGTH = 27;
    private static final int SHORT_LENGTH = 2;
    private static final String UNKNOWN = ".";
    private static final String SHA = "[0-9a-f]{40}";

    /** None are kept where there are too many. */
    static final TagCommits NONE = new TagCommits("");

    /** @param shas by name; tags without one are left out */
    static TagCommits of(Set<String> names, Map<String, String> shas) {
        int length = names.size() > WHOLE ? SHORT_LENGTH : WHOLE_LENGTH;
        StringBuilder text = new StringBuilder();
        new TreeSet<>(names).forEach(name -> text.append(written(shas.get(name), length)));
        return new TagCommits(text.toString());
    }

    BiPredicate<String, String> movedAmong(Set<String> names) {
        Map<String, String> known = byName(names);
        return (name, sha) -> {
            String before = known.getOrDefault(name, UNKNOWN);
            String now = written(sha, before.length());
            return !before.startsWith(UNKNOWN) && !now.startsWith(UNKNOWN) && !before.equals(now);
        };
    }

    /** Contains only tags whose whole SHA is kept. */
    Map<String, String> whole(Set<String> names) {
        Map<String, String> shas = new HashMap<>();
        byName(names).forEach((name, kept) -> {
            if (kept.length() == WHOLE_LENGTH && !kept.startsWith(UNKNOWN)) {
                shas.put(name, HexFormat.of().formatHex(Base64.getDecoder().decode(kept)));
            }
        });
        return shas;
    }

    /** The two kinds of list show different targets for an annotated tag, so they must not be compared. */
    boolean isOf(int tags) {
        return text != null && text.length() == tags * (tags > WHOLE ? SHORT_LENGTH : WHOLE_LENGTH);
    }

    private Map<String, String> byName(Set<String> names) {
        if (!isOf(names.size())) {
            return Map.of();
        }
        int length = names.size() > WHOLE ? SHORT_LENGTH : WHOLE_LENGTH;
        Map<String, String> kept = new HashMap<>();
        int at = 0;
        for (String name : new TreeSet<>(names)) {
            kept.put(name, text.substring(at, at + length));
            at += length;
        }
        return kept;
    }

    private static String written(String sha, int length) {
        if (sha == null || !sha.matches(SHA)) {
            return UNKNOWN.repeat(length);
        }
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha)).substring(0, length);
    }
}
