package io.painchain.gitlab.api.graphql;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.kind.Sight;
import io.painchain.gitlab.api.GitLabJson;

/** Asks when something last moved in up to 50 projects. */
public final class ProbeQuery {

    /** As many as GitLab takes at once. */
    public static final int MOST = 50;
    public static final String ACTIVITY = "activity";
    public static final String MERGE_REQUESTS = "merge_requests";
    public static final String ISSUES = "issues";
    public static final String PIPELINES = "pipelines";
    public static final String RELEASES = "releases";

    private static final String ID = "gid://gitlab/Project/";
    /** Times have whole seconds: what happened within this may happen once more without another time. */
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final String QUERY = """
            query probe($ids: [ID!], $since: Time) {
              projects(ids: $ids, first: 50) {
                nodes {
                  id fullPath lastActivityAt
                  mergeRequests(first: 1, sort: UPDATED_DESC) { nodes { updatedAt } }
                  issues(first: 1, sort: UPDATED_DESC) { nodes { updatedAt } }
                  pipelines(first: 5, updatedAfter: $since) { nodes { id updatedAt } }
                  releases(first: 1, sort: CREATED_DESC) { nodes { createdAt tagName } }
                }
              }
            }""";

    private ProbeQuery() {
    }

    /** @param since of pipelines only those are shown that changed after it */
    public static Map<String, Object> of(Collection<Long> projects, Instant since) {
        return Map.of("query", QUERY, "variables",
                Map.of("ids", projects.stream().map(id -> ID + id).toList(), "since", since.toString()));
    }

    /** By project; absent where GitLab did not answer all of it. A mark is absent where there is nothing. */
    public static Map<Long, Sight> read(GraphQlAnswer answer) {
        Map<Long, Sight> sights = new LinkedHashMap<>();
        for (JsonNode node : answer.data().path("projects").path("nodes")) {
            String id = node.path("id").asText("");
            boolean whole = List.of("mergeRequests", "issues", "pipelines", "releases").stream()
                    .allMatch(field -> node.path(field).isObject()) || !answer.partial();
            if (id.startsWith(ID) && whole) {
                long number = Long.parseLong(id.substring(ID.length()));
                sights.put(number, new Sight(number, node.path("fullPath").asText(null), marks(node, answer.answeredAt()),
                        answer.answeredAt()));
            }
        }
        return sights;
    }

    private static Map<String, String> marks(JsonNode node, Instant answeredAt) {
        Map<String, String> marks = new HashMap<>();
        put(marks, ACTIVITY, node.path("lastActivityAt").asText(null));
        put(marks, MERGE_REQUESTS, settled(newest(node.path("mergeRequests")), answeredAt));
        put(marks, ISSUES, settled(newest(node.path("issues")), answeredAt));
        put(marks, PIPELINES, settled(newest(node.path("pipelines")), answeredAt));
        JsonNode release = node.path("releases").path("nodes").path(0);
        put(marks, RELEASES, release.isObject() ? release.toString() : null);
        return marks;
    }

    private static void put(Map<String, String> marks, String name, String value) {
        if (value != null) {
            marks.put(name, value);
        }
    }

    private static String newest(JsonNode connection) {
        String newest = null;
        for (JsonNode node : connection.path("nodes")) {
            String at = node.path("updatedAt").asText("");
            newest = newest == null || at.compareTo(newest) > 0 ? at : newest;
        }
        return newest;
    }

    private static String settled(String mark, Instant answeredAt) {
        Instant moment = mark == null ? null : GitLabJson.moment(mark);
        boolean unsettled = moment != null && moment.isAfter(answeredAt.minus(SETTLED));
        return unsettled ? mark + " seen at " + answeredAt.getEpochSecond() : mark;
    }
}
