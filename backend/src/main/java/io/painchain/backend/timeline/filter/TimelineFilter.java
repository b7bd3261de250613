package io.painchain.backend.timeline.filter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which events a timeline shows. An empty list and {@code null} let all pass.
 *
 * @param tags all of them
 * @param teamTags any of them; {@code null} lets all pass, none nothing
 * @param from events that end then or later
 * @param to events that begin earlier
 * @param words what the text must hold, as a {@code tsquery}
 */
public record TimelineFilter(String tenantId, List<String> connectors, List<String> types, List<String> projects,
        List<String> authors, List<String> statuses, List<UUID> integrationIds, List<String> entities, List<String> keys,
        List<String> tags, List<String> teamTags, Instant from, Instant to, String words) {

    public TimelineFilter within(Instant start, Instant end) {
        return new TimelineFilter(tenantId, connectors, types, projects, authors, statuses, integrationIds, entities, keys,
                tags, teamTags, start, end, words);
    }
}
