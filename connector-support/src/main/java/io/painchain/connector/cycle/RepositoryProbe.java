package io.painchain.connector.cycle;

import java.util.List;
import java.util.Map;

import io.painchain.connector.kind.Sight;

/** Looks at many repositories at once, to know which of them are worth reading now. */
public interface RepositoryProbe {

    /** So many repositories are seen by one look. */
    int atOnce();

    /** Whether the provider lets itself be looked at in this way. */
    boolean available();

    /**
     * Of each repository that could be looked at, what was seen.
     *
     * @param names at most {@link #atOnce()}
     */
    Map<String, Sight> look(List<String> names);
}
