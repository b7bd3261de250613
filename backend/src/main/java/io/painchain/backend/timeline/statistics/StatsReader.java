package io.painchain.backend.timeline.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.timeline.filter.TimelineFilter;

@Singleton
public class StatsReader {

    private final StatsRepository stats;
    private final IntegrationDirectory integrations;

    StatsReader(StatsRepository stats, IntegrationDirectory integrations) {
        this.stats = stats;
        this.integrations = integrations;
    }

    public StatsView read(TimelineFilter filter) {
        var counts = stats.counts(filter);
        var all = counts.stream().filter(count -> count.dimension() == null).mapToLong(StatsRepository.Count::events).sum();
        return new StatsView(all, by("connector", counts), by("type", counts), by("status", counts),
                integrations.count(filter.tenantId()));
    }

    private static Map<String, Long> by(String dimension, List<StatsRepository.Count> counts) {
        var by = new LinkedHashMap<String, Long>();
        for (var count : counts) {
            if (dimension.equals(count.dimension()) && count.value() != null) {
                by.put(count.value(), count.events());
            }
        }
        return by;
    }
}
