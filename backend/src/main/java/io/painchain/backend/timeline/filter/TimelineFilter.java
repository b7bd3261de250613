package io.painchain.backend.timeline.filter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Empty lists and {@code null} filter nothing.
 *
 * @param tags all of them
 * @param teamTags any of them, an empty list matches nothing
 * @param from inclusive, by end
 * @param to exclusive, by start
 * @param words a {@code tsquery}
 */
public record TimelineFilter(String tenantId, List<String> connectors, List<String> types, List<String> projects,
        List<String> authors, List<String> statuses, List<UUID> integrationIds, List<String> entities, List<String> keys,
        List<String> tags, List<String> teamTags, Instant from, Instant to, String words) {

    public TimelineFilter within(Instant start, Instant end) {
        return new TimelineFilter(tenantId, connectors, types, projects, authors, statuses, integrationIds, entities, keys,
                tags, teamTags, start, end, words);
    }
}
