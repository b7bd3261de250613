package io.painchain.github.repository;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.kind.Sight;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.graphql.GraphQl;
import io.painchain.github.api.graphql.GraphQlAnswer;
import io.painchain.github.api.graphql.ProbeMark;
import io.painchain.github.api.graphql.ProbeQuery;

/** Looks at many repositories at once, to know which of them are worth reading now. */
public final class RepositoryProbe {

    /** So many repositories are seen by one look. */
    public static final int AT_ONCE = ProbeQuery.MOST;

    private final GraphQl graphQl;
    private final List<ProbeMark> marks;

    public RepositoryProbe(GraphQl graphQl, List<GitHubKind<?>> kinds) {
        this.marks = kinds.stream().flatMap(kind -> kind.probeMarks().stream()).toList();
        this.graphQl = graphQl;
    }

    public boolean available() {
        return graphQl.available();
    }

    /**
     * Of each repository that could be looked at, what was seen.
     *
     * @param names at most {@link #AT_ONCE}
     */
    public Map<RepositoryName, Sight> look(List<RepositoryName> names) {
        Map<RepositoryName, Sight> sights = new HashMap<>();
        if (!names.isEmpty()) {
            ask(names, sights);
        }
        return sights;
    }

    /** What GitHub answered in part is asked again in halves. */
    private void ask(List<RepositoryName> names, Map<RepositoryName, Sight> sights) {
        Optional<GraphQlAnswer> answer = graphQl.ask(ProbeQuery.of(names, marks));
        if (answer.isEmpty()) {
            return;
        }
        sights.putAll(ProbeQuery.read(answer.get(), names, marks));
        Set<String> cut = new HashSet<>(answer.get().cutAt(0));
        List<RepositoryName> again = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (cut.contains("r" + i) || answer.get().empty()) {
                again.add(names.get(i));
            }
        }
        if (again.isEmpty() || names.size() == 1) {
            return;
        }
        int half = (again.size() + 1) / 2;
        ask(again.subList(0, half), sights);
        if (half < again.size()) {
            ask(again.subList(half, again.size()), sights);
        }
    }
}
