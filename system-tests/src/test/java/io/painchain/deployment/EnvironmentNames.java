package io.painchain.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

/** The environment variables that the applications read, as their sources tell. */
final class EnvironmentNames {

    private static final Set<String> IN_SOURCES = ProjectFiles.namesInSources();

    private EnvironmentNames() {
    }

    static void assertRead(String name) {
        assertThat(IN_SOURCES).as("a name in the sources for %s", name).containsAnyElementsOf(spellings(name));
    }

    /** A secret's variable is put together of its name: PAINCHAIN_ + KEYSET + _FILE, PAINCHAIN_ + OIDC_CLIENT_SECRET. */
    private static Set<String> spellings(String name) {
        Set<String> spellings = new HashSet<>(Set.of(name));
        if (name.startsWith("PAINCHAIN_") && (name.endsWith("_FILE") || name.endsWith("_SECRET"))) {
            spellings.add(name.replaceFirst("^PAINCHAIN_", "").replaceFirst("_FILE$", ""));
        }
        return spellings;
    }
}
