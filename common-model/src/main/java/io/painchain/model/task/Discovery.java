package io.painchain.model.task;

import java.util.List;

/**
 * The output of a {@link TaskKind#discover}: one page.
 *
 * @param nextPage {@code null} at the end
 */
public record Discovery(List<DiscoveredRepository> repositories, Integer nextPage) {
}
