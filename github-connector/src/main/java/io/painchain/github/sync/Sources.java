package io.painchain.github.sync;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is read of a repository besides the feed, by its part. */
final class Sources {

    private Sources() {
    }

    static Map<Part, Source> of(RepositorySurroundings with) {
        Map<Part, Source> sources = new EnumMap<>(Part.class);
        sources.put(Part.TAGS, new TagsSource());
        sources.put(Part.RUNS, new RunsSource(with.clock()));
        sources.put(Part.ITEMS, new WorkItemsSource());
        sources.put(Part.PUSHES, new PushesSource());
        if (!with.branches().isEmpty()) {
            sources.put(Part.COMMITS, new CommitsSource(new BranchPatterns(with.branches())));
        }
        sources.put(Part.RELEASES, new ReleasesSource());
        sources.put(Part.DEPLOYMENTS, new DeploymentsSource());
        return sources;
    }

    /** What the sweep goes over. */
    static List<SweptSource<?>> swept(Map<Part, Source> sources) {
        return List.of(new SweptRuns((RunsSource) sources.get(Part.RUNS)), new SweptPulls(), new SweptIssues(),
                new SweptSteps(), new SweptPushes(), new SweptReleases(), new SweptDeployments(), new SweptTags());
    }
}
