package io.painchain.backend.deployment.fact;

import java.util.List;
import java.util.Optional;

/** Commits of correlation keys such as {@code commit:acme/api@…}. */
public final class Shas {

    private static final String COMMIT = "commit:";

    private Shas() {
    }

    public static Optional<String> of(String key) {
        int at = key.lastIndexOf('@');
        return key.startsWith(COMMIT) && at > 0 && at < key.length() - 1 ? Optional.of(key.substring(at + 1))
                : Optional.empty();
    }

    public static List<String> of(List<String> keys) {
        return keys.stream().flatMap(key -> of(key).stream()).toList();
    }
}
