package io.painchain.github.sync;

import java.util.EnumMap;
import java.util.Map;

/** What is read of a repository besides the feed, by its part. */
final class Sources {

    private Sources() {
    }

    static Map<Part, Source> of(RepositorySurroundings with) {
        Map<Part, Source> sources = new EnumMap<>(Part.class);
        sources.put(Part.RUNS, new RunsSource(with.clock()));
        sources.put(Part.ITEMS, new WorkItemsSource());
        sources.put(Part.PUSHES, new PushesSource());
        sources.put(Part.RELEASES, new ReleasesSource());
        return sources;
    }
}
