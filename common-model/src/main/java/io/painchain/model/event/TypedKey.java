package io.painchain.model.event;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Correlation keys that say how an event is related to something, and not that it is about it: <code>before:commit:…</code>.
 * Two events that share a plain key belong together; a typed one leads from the event to the other only.
 */
public enum TypedKey {
    /** It moved something from there. */
    before,
    /** It brought that along. */
    ships,
    /** It takes that back. */
    reverts;

    private static final char END = ':';

    public String of(String key) {
        return name() + END + key;
    }

    /** The plain key; empty where the key is of another type, or of none. */
    public Optional<String> plain(String key) {
        return key.length() > name().length() + 1 && key.startsWith(name()) && key.charAt(name().length()) == END
                ? Optional.of(key.substring(name().length() + 1))
                : Optional.empty();
    }

    public static boolean isPlain(String key) {
        return Arrays.stream(values()).allMatch(type -> type.plain(key).isEmpty());
    }

    public List<String> plain(List<String> keys) {
        return keys.stream().flatMap(key -> plain(key).stream()).toList();
    }
}
