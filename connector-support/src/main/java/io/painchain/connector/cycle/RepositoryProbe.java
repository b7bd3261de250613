package io.painchain.connector.cycle;

import java.util.List;
import java.util.Map;

import io.painchain.connector.kind.Sight;

/** Looks at many repositories at once, to know which of them are worth reading now. */
public interface RepositoryProbe {

    int atOnce();

    boolean available();

    /** What was seen of each repository that could be looked at; at most {@link #atOnce()} names. */
    Map<String, Sight> look(List<String> names);
}
