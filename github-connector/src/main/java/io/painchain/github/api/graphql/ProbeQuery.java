package io.painchain.github.api.graphql;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.github.api.RepositoryName;

/** One GraphQL query that tells of up to 100 repositories when something in them moved last; about five points. */
public final class ProbeQuery {

    public static final int MOST = 100;

    private static final String FRAGMENT = """
            fragment sight on Repository {
              databaseId
              nameWithOwner
              pushedAt
              pullRequests(first: 1, orderBy: {field: UPDATED_AT, direction: DESC}) { nodes { updatedAt } }
              issues(first: 1, orderBy: {field: UPDATED_AT, direction: DESC}) { nodes { updatedAt } }
              releases(first: 1, orderBy: {field: CREATED_AT, direction: DESC}) { nodes { createdAt updatedAt } }
              deployments(first: 1, orderBy: {field: CREATED_AT, direction: DESC}) {
                nodes { updatedAt latestStatus { updatedAt } }
              }
            }""";

    private ProbeQuery() {
    }

    /**
     * Who it is, and when things moved last; {@code null} where there are none, or the token may not see them.
     *
     * @param answeredAt the server's clock
     */
    public record Sight(long repositoryId, String fullName, String pushes, String pulls, String issues, String releases,
            String deployments, Instant answeredAt) {
    }

    /** @return the body of the request */
    public static Map<String, Object> of(List<RepositoryName> names) {
        StringBuilder query = new StringBuilder("query probe {\n");
        for (int i = 0; i < names.size(); i++) {
            // A name is made of letters, digits, dots, dashes and underscores, so it needs no quoting.
            query.append("  r").append(i).append(": repository(owner: \"").append(names.get(i).owner()).append("\", name: \"")
                    .append(names.get(i).repo()).append("\") { ...sight }\n");
        }
        return Map.of("query", query.append("}\n").append(FRAGMENT).toString());
    }

    /** Of those that were answered whole. */
    public static Map<RepositoryName, Sight> read(GraphQlAnswer answer, List<RepositoryName> names) {
        Map<RepositoryName, Sight> sights = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String alias = "r" + i;
            JsonNode node = answer.data().path(alias);
            boolean cut = answer.errors().stream().anyMatch(
                    error -> !error.withheld() && (error.path().isEmpty() || error.path().get(0).equals(alias)));
            if (node.isObject() && !cut) {
                sights.put(names.get(i), sight(node, answer.answeredAt()));
            }
        }
        return sights;
    }

    private static Sight sight(JsonNode node, Instant answeredAt) {
        return new Sight(node.path("databaseId").asLong(), node.path("nameWithOwner").asText(null),
                node.path("pushedAt").asText(null), newest(node, "pullRequests"), newest(node, "issues"),
                newest(node, "releases"), newest(node, "deployments"), answeredAt);
    }

    /** Whatever the first one says of itself, which changes when it does. */
    private static String newest(JsonNode node, String list) {
        JsonNode nodes = node.path(list).path("nodes");
        return nodes.isArray() && nodes.size() > 0 ? nodes.get(0).toString() : null;
    }
}
