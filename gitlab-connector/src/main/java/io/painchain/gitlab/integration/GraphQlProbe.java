package io.painchain.gitlab.integration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.painchain.connector.cycle.RepositoryProbe;
import io.painchain.connector.kind.Sight;
import io.painchain.gitlab.api.graphql.GraphQl;
import io.painchain.gitlab.api.graphql.GraphQlAnswer;
import io.painchain.gitlab.api.graphql.ProbeQuery;

/**
 * Looks at up to 50 projects at a time. GitLab shows pipelines that changed since a moment only, so their last mark is kept.
 */
final class GraphQlProbe implements RepositoryProbe {

    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final Duration FIRST_LOOK = Duration.ofMinutes(30);

    private final GraphQl graphQl;
    private final Map<Long, String> names;
    private final Clock clock;
    private final Map<Long, String> pipelines = new ConcurrentHashMap<>();
    private final Map<Long, Instant> lookedAt = new ConcurrentHashMap<>();

    /** @param names by project, under which it is read */
    GraphQlProbe(GraphQl graphQl, Map<Long, String> names, Clock clock) {
        this.graphQl = graphQl;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public int atOnce() {
        return ProbeQuery.MOST;
    }

    @Override
    public boolean available() {
        return graphQl.available();
    }

    @Override
    public Map<String, Sight> look(List<String> wanted) {
        Map<Long, String> projects = new LinkedHashMap<>();
        names.forEach((id, name) -> {
            if (wanted.contains(name)) {
                projects.put(id, name);
            }
        });
        Map<Long, Sight> sights = new HashMap<>();
        if (!projects.isEmpty()) {
            ask(List.copyOf(projects.keySet()), sights);
        }
        Map<String, Sight> byName = new HashMap<>();
        sights.forEach((id, sight) -> byName.put(projects.get(id), sight));
        return byName;
    }

    /** What takes GitLab too long is asked again in halves. */
    private void ask(List<Long> projects, Map<Long, Sight> sights) {
        Instant now = clock.instant();
        Instant since = projects.stream().map(id -> lookedAt.getOrDefault(id, now.minus(FIRST_LOOK)))
                .min(Instant::compareTo).orElse(now).minus(OVERLAP);
        Optional<GraphQlAnswer> answer = graphQl.ask(ProbeQuery.of(projects, since));
        if (answer.isEmpty()) {
            return;
        }
        Map<Long, Sight> seen = ProbeQuery.read(answer.get());
        seen.forEach((id, sight) -> {
            sights.put(id, withPipelines(id, sight));
            lookedAt.put(id, now);
        });
        List<Long> missing = new ArrayList<>(projects);
        missing.removeAll(seen.keySet());
        if (answer.get().partial() && !missing.isEmpty() && projects.size() > 1) {
            int half = (missing.size() + 1) / 2;
            ask(missing.subList(0, half), sights);
            if (half < missing.size()) {
                ask(missing.subList(half, missing.size()), sights);
            }
        }
    }

    private Sight withPipelines(Long id, Sight sight) {
        String mark = sight.marks().get(ProbeQuery.PIPELINES);
        if (mark != null) {
            pipelines.put(id, mark);
            return sight;
        }
        if (!pipelines.containsKey(id)) {
            return sight;
        }
        Map<String, String> marks = new HashMap<>(sight.marks());
        marks.put(ProbeQuery.PIPELINES, pipelines.get(id));
        return new Sight(sight.repositoryId(), sight.fullName(), marks, sight.answeredAt());
    }
}
