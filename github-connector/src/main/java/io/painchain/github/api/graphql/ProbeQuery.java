package io.painchain.github.api.graphql;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.kind.Sight;
import io.painchain.github.api.RepositoryName;

/** Asks when something last moved in up to 100 repositories; costs about five points. */
public final class ProbeQuery {

    public static final int MOST = 100;

    private ProbeQuery() {
    }

    public static Map<String, Object> of(List<RepositoryName> names, List<ProbeMark> marks) {
        StringBuilder query = new StringBuilder("query probe {\n");
        for (int i = 0; i < names.size(); i++) {
            // Repository names need no quoting: letters, digits, dots, dashes and underscores.
            query.append("  r").append(i).append(": repository(owner: \"").append(names.get(i).owner()).append("\", name: \"")
                    .append(names.get(i).repo()).append("\") { ...sight }\n");
        }
        return Map.of("query", query.append("}\n").append(fragment(marks)).toString());
    }

    private static String fragment(List<ProbeMark> marks) {
        return "fragment sight on Repository {\n  databaseId\n  nameWithOwner\n" + marks.stream()
                .map(mark -> "  " + mark.field() + mark.selection() + "\n").collect(Collectors.joining()) + "}";
    }

    /** Contains only repositories that were answered whole. */
    public static Map<RepositoryName, Sight> read(GraphQlAnswer answer, List<RepositoryName> names,
            List<ProbeMark> marks) {
        Map<RepositoryName, Sight> sights = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String alias = "r" + i;
            JsonNode node = answer.data().path(alias);
            boolean cut = answer.errors().stream().anyMatch(
                    error -> !error.withheld() && (error.path().isEmpty() || error.path().get(0).equals(alias)));
            if (node.isObject() && !cut) {
                sights.put(names.get(i), sight(node, marks, answer.answeredAt()));
            }
        }
        return sights;
    }

    private static Sight sight(JsonNode node, List<ProbeMark> marks, Instant answeredAt) {
        Map<String, String> moved = new HashMap<>();
        marks.forEach(mark -> moved.put(mark.name(), mark.read(node)));
        moved.values().removeIf(Objects::isNull);
        return new Sight(node.path("databaseId").asLong(), node.path("nameWithOwner").asText(null), moved, answeredAt);
    }
}
