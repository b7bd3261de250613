package io.painchain.backend.event.search;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How events are found by their correlation keys and entities: where a key holds a SHA or a long number, by that, which is a
 * word of the document anyway, else by a digest. Most keys are of one event only, and each new entry is what an index costs.
 */
public final class EventLinks {

    private static final Pattern HEX = Pattern.compile("(?<![0-9A-Za-z])[0-9a-fA-F]{7,64}(?![0-9A-Za-z])");

    private EventLinks() {
    }

    static Stream<String> shas(String key) {
        return HEX.matcher(key).results().map(sha -> SearchTokens.SHA + sha.group().toLowerCase(Locale.ROOT));
    }

    /** @param entity may be {@code null} */
    public static Stream<Long> stored(List<String> keys, String entity) {
        var names = keys.stream().filter(key -> shas(key).findAny().isEmpty());
        return (entity == null || keys.contains(entity) ? names : Stream.concat(names, Stream.of(entity)))
                .map(EventName.LINK::of);
    }

    public static List<Long> digests(Collection<String> links) {
        return links.stream().map(EventName.LINK::of).toList();
    }

    /** A {@code tsquery} for any of the links that hold a SHA. */
    public static String words(Collection<String> links) {
        return links.stream().flatMap(link -> shas(link).limit(1)).distinct().map(sha -> "'" + sha + "'")
                .collect(Collectors.joining(" | "));
    }
}
