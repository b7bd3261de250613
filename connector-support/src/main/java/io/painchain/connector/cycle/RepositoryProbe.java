package io.painchain.connector.cycle;

import java.util.List;
import java.util.Map;

import io.painchain.connector.kind.Sight;

public interface RepositoryProbe {

    int atOnce();

    boolean available();

    /** @param names at most {@link #atOnce()}; the result lacks those that could not be probed */
    Map<String, Sight> look(List<String> names);
}
