package io.painchain.gitlab.api.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.gitlab.api.GitLabJson;
import io.painchain.gitlab.api.record.git.Commit;

/** Sizes and commits of up to 25 merge requests. */
public final class MergeRequestQuery {

    public static final int MOST = 25;

    static final int COMMITS = 80;
    private static final String QUERY = """
            query details($path: ID!, $iids: [String!]) {
              project(fullPath: $path) {
                mergeRequests(iids: $iids) {
                  nodes {
                    iid commitCount
                    diffStatsSummary { additions deletions fileCount }
                    commits(first: 80) { nodes { sha message authorName authoredDate committedDate } }
                  }
                }
              }
            }""";

    private MergeRequestQuery() {
    }

    public static Map<String, Object> of(String path, Collection<Long> iids) {
        return Map.of("query", QUERY, "variables",
                Map.of("path", path, "iids", iids.stream().map(String::valueOf).toList()));
    }

    /** By number; leaves out what was not answered. */
    public static Map<Long, MergeRequestFacts> read(GraphQlAnswer answer) {
        Map<Long, MergeRequestFacts> facts = new LinkedHashMap<>();
        for (JsonNode node : answer.data().path("project").path("mergeRequests").path("nodes")) {
            if (node.path("iid").asText("").matches("\\d{1,18}")) {
                JsonNode sizes = node.path("diffStatsSummary");
                facts.put(node.path("iid").asLong(), new MergeRequestFacts(number(sizes, "additions"),
                        number(sizes, "deletions"), number(sizes, "fileCount"), number(node, "commitCount"), commits(node)));
            }
        }
        return facts;
    }

    private static List<Commit> commits(JsonNode node) {
        Integer count = number(node, "commitCount");
        JsonNode nodes = node.path("commits").path("nodes");
        if (!nodes.isArray() || count != null && count > 0 && nodes.isEmpty()) {
            return null;
        }
        List<Commit> commits = new ArrayList<>();
        nodes.forEach(commit -> commits.add(new Commit(commit.path("sha").asText(null), null,
                commit.path("message").asText(null), commit.path("authorName").asText(null), null,
                GitLabJson.moment(commit.path("authoredDate").asText("")),
                GitLabJson.moment(commit.path("committedDate").asText("")), null, null, null)));
        commits.removeIf(commit -> commit.id() == null);
        return commits.size() > COMMITS ? commits.subList(0, COMMITS) : commits;
    }

    private static Integer number(JsonNode node, String field) {
        return node.path(field).isNumber() ? Integer.valueOf(node.path(field).asInt()) : null;
    }
}
