package io.painchain.backend.timeline.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.timeline.statistics.HistogramRepository.Count;

@Singleton
class HistogramReader {

    private static final String OTHER = "other";

    private final HistogramRepository repository;

    HistogramReader(HistogramRepository repository) {
        this.repository = repository;
    }

    HistogramView read(HistogramQuery query) {
        var counts = repository.counts(query).stream().collect(Collectors.groupingBy(Count::start));
        var bins = new ArrayList<HistogramView.Bin>();
        var start = query.firstBin();
        for (long i = query.binCount(); i > 0; i--) {
            bins.add(bin(start, counts));
            start = start.plus(query.width());
        }
        var filter = query.filter();
        return new HistogramView(filter.from(), filter.to(), query.width().getSeconds(), query.by().name(), bins);
    }

    private static HistogramView.Bin bin(Instant start, Map<Instant, List<Count>> counts) {
        var byKey = new LinkedHashMap<String, Long>();
        for (var count : counts.getOrDefault(start, List.of())) {
            // A value may itself be named like the rest.
            byKey.merge(count.key() == null ? OTHER : count.key(), count.events(), Long::sum);
        }
        return new HistogramView.Bin(start, byKey.values().stream().mapToLong(Long::longValue).sum(), byKey);
    }
}
