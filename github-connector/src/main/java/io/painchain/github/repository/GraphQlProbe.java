package io.painchain.github.repository;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.connector.cycle.RepositoryProbe;
import io.painchain.connector.kind.Sight;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.graphql.GraphQl;
import io.painchain.github.api.graphql.GraphQlAnswer;
import io.painchain.github.api.graphql.ProbeMark;
import io.painchain.github.api.graphql.ProbeQuery;

public final class GraphQlProbe implements RepositoryProbe {

    private final GraphQl graphQl;
    private final List<ProbeMark> marks;

    public GraphQlProbe(GraphQl graphQl, List<GitHubKind<?>> kinds) {
        this.marks = kinds.stream().flatMap(kind -> kind.probeMarks().stream()).toList();
        this.graphQl = graphQl;
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
    public Map<String, Sight> look(List<String> names) {
        Map<RepositoryName, Sight> sights = new HashMap<>();
        if (!names.isEmpty()) {
            ask(names.stream().flatMap(name -> RepositoryName.parse(name).stream()).toList(), sights);
        }
        return sights.entrySet().stream().collect(Collectors.toMap(seen -> seen.getKey().toString(), Map.Entry::getValue));
    }

    /** A partial answer is asked again in halves. */
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
