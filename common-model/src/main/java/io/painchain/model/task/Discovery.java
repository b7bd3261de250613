package io.painchain.model.task;

import java.util.List;

/**
 * The output of a {@link TaskKind#discover}: one page.
 *
 * @param nextPage {@code null} at the end
 * @param warnings what the list leaves out, in sentences; {@code null}: nothing
 */
public record Discovery(List<DiscoveredRepository> repositories, Integer nextPage, List<String> warnings) {

    public Discovery {
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }
}
