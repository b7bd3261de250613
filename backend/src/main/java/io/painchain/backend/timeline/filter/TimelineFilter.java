package io.painchain.backend.timeline.filter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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

    /** Whether an index answers exactly this in timeline order, whatever the value. */
    public boolean hasItsIndex() {
        return teamTags == null && !needsIndex() && hasOneOrder();
    }

    /** Whether an index walks through all that the inverted index does not answer in timeline order, whatever the value. */
    public boolean hasOneOrder() {
        return from == null && to == null && Stream
                .of(connectors, types, projects, authors, statuses, integrationIds).mapToInt(List::size).sum() <= 1;
    }

    /** Whether the inverted index answers some of it. */
    public boolean needsIndex() {
        return words != null || !tags.isEmpty() || isOfOneThing() || teamTags != null && !teamTags.isEmpty();
    }

    /** Whether words are sought that begin with something. */
    public boolean hasPrefix() {
        return words != null && words.contains(":*");
    }

    /** Whether few events pass, wherever they are in the timeline. */
    public boolean isOfOneThing() {
        return !keys.isEmpty() || !entities.isEmpty();
    }

    public TimelineFilter within(Instant start, Instant end) {
        return new TimelineFilter(tenantId, connectors, types, projects, authors, statuses, integrationIds, entities, keys,
                tags, teamTags, start, end, words);
    }
}
