package io.painchain.github.api.graphql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.github.api.GitHubJson;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.record.Label;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.Review;
import io.painchain.github.api.record.User;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.FileChange;

public final class PullRequestQuery {

    /** Keeps the query's cost low and within what GitHub computes at once. */
    public static final int MOST = 25;

    private static final int REVIEWS = 100;
    private static final int THREADS = 20;
    private static final String FRAGMENT = """
            fragment details on PullRequest {
              number title body state isDraft url createdAt updatedAt closedAt mergedAt
              author { __typename login }
              mergedBy { __typename login }
              mergeCommit { oid }
              headRefName headRefOid baseRefName baseRefOid
              mergeable additions deletions changedFiles
              labels(first: 50) { nodes { name } }
              reviewRequests(first: 50) { nodes { requestedReviewer { __typename ... on User { login } ... on Bot { login } } } }
              comments(first: 1) { totalCount }
              reviewThreads(first: 20) { totalCount nodes { comments(first: 1) { totalCount } } }
              reviews(first: 100) {
                totalCount
                nodes { fullDatabaseId author { __typename login } body state url submittedAt commit { oid } }
              }
              files(first: 20) { nodes { path changeType additions deletions } }
              commits(first: 100) {
                totalCount
                nodes { commit { oid message authoredDate committedDate author { name email user { login } } } }
              }
            }""";

    private PullRequestQuery() {
    }

    public static Map<String, Object> of(RepositoryName repository, Collection<Long> numbers) {
        String aliases = numbers.stream()
                .map(number -> "  " + alias(number) + ": pullRequest(number: " + number + ") { ...details }")
                .collect(Collectors.joining("\n"));
        return Map.of("query",
                "query details($owner: String!, $name: String!) {\n repository(owner: $owner, name: $name) {\n  nameWithOwner\n"
                        + aliases + "\n }\n}\n" + FRAGMENT,
                "variables", Map.of("owner", repository.owner(), "name", repository.repo()));
    }

    public static String alias(long number) {
        return "p" + number;
    }

    /** By number: pull requests answered whole, or lacking only what the token may not read. */
    public static Map<Long, PullRequestDetails> read(GraphQlAnswer answer, Collection<Long> numbers) {
        Map<Long, PullRequestDetails> details = new LinkedHashMap<>();
        for (Long number : numbers) {
            JsonNode node = answer.data().path("repository").path(alias(number));
            if (node.isObject() && !answer.cutAt(1).contains(alias(number))) {
                details(node).ifPresent(read -> details.put(number, read));
            }
        }
        return details;
    }

    /** Empty where the shape is unexpected; REST reads it then. */
    private static Optional<PullRequestDetails> details(JsonNode node) {
        JsonNode reviews = node.path("reviews");
        boolean dated = instant(node, "createdAt") != null && instant(node, "updatedAt") != null;
        if (reviews.path("totalCount").asInt() > REVIEWS || !dated || !areIdentified(reviews)) {
            return Optional.empty();
        }
        return Optional.of(new PullRequestDetails(pull(node), list(reviews, PullRequestQuery::review),
                list(node.path("files"), PullRequestQuery::file), list(node.path("commits"), PullRequestQuery::commit)));
    }

    private static boolean areIdentified(JsonNode reviews) {
        for (JsonNode review : reviews.path("nodes")) {
            if (review.isObject() && (review.path("fullDatabaseId").asLong() <= 0 || text(review, "state") == null)) {
                return false;
            }
        }
        return true;
    }

    private static PullRequest pull(JsonNode node) {
        boolean open = "OPEN".equals(text(node, "state"));
        String mergeable = text(node, "mergeable");
        Boolean merges = "MERGEABLE".equals(mergeable) ? Boolean.TRUE
                : "CONFLICTING".equals(mergeable) ? Boolean.FALSE : null;
        return new PullRequest(node.path("number").asLong(), text(node, "title"), text(node, "body"), open ? "open" : "closed",
                node.path("isDraft").asBoolean(), user(node.path("author")), instant(node, "createdAt"),
                instant(node, "updatedAt"), instant(node, "closedAt"), instant(node, "mergedAt"),
                text(node.path("mergeCommit"), "oid"), text(node, "url"),
                new PullRequest.Branch(text(node, "headRefName"), text(node, "headRefOid")),
                new PullRequest.Branch(text(node, "baseRefName"), text(node, "baseRefOid")),
                list(node.path("labels"), label -> new Label(text(label, "name"))),
                list(node.path("reviewRequests"), request -> user(request.path("requestedReviewer"))),
                user(node.path("mergedBy")), open ? merges : null, count(node.path("comments")), threads(node),
                count(node.path("commits")), number(node, "additions"), number(node, "deletions"),
                number(node, "changedFiles"));
    }

    /** Null where there are more threads than were asked for. */
    private static Integer threads(JsonNode node) {
        JsonNode threads = node.path("reviewThreads");
        if (!threads.isObject() || threads.path("totalCount").asInt() > THREADS) {
            return null;
        }
        int comments = 0;
        for (JsonNode thread : threads.path("nodes")) {
            comments += thread.path("comments").path("totalCount").asInt();
        }
        return comments;
    }

    private static Review review(JsonNode node) {
        return new Review(node.path("fullDatabaseId").asLong(), user(node.path("author")), text(node, "body"),
                text(node, "state"), text(node, "url"), instant(node, "submittedAt"), text(node.path("commit"), "oid"));
    }

    private static FileChange file(JsonNode node) {
        String change = text(node, "changeType");
        return new FileChange(text(node, "path"), change == null ? null
                : change.equals("DELETED") ? "removed"
                        : change.toLowerCase(Locale.ROOT),
                number(node, "additions"), number(node, "deletions"));
    }

    private static Commit commit(JsonNode node) {
        JsonNode commit = node.path("commit");
        String name = text(commit.path("author"), "name");
        String login = text(commit.path("author").path("user"), "login");
        return new Commit(text(commit, "oid"), null,
                new Commit.Details(text(commit, "message"), new Commit.Signature(name, text(commit.path("author"), "email"),
                        instant(commit, "authoredDate")),
                        new Commit.Signature(null, instant(commit, "committedDate"))),
                login == null ? null : new User(login), null, null, null);
    }

    private static User user(JsonNode node) {
        String login = text(node, "login");
        if (login == null) {
            return null;
        }
        return new User(login, text(node, "__typename"));
    }

    private static <T> List<T> list(JsonNode connection, Function<JsonNode, T> reader) {
        if (!connection.path("nodes").isArray()) {
            return null;
        }
        List<T> items = new ArrayList<>();
        connection.path("nodes").forEach(node -> {
            if (node.isObject()) {
                items.add(reader.apply(node));
            }
        });
        return items;
    }

    private static Integer count(JsonNode connection) {
        return number(connection, "totalCount");
    }

    private static Integer number(JsonNode node, String field) {
        return node.path(field).isNumber() ? Integer.valueOf(node.path(field).asInt()) : null;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }

    private static Instant instant(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : GitHubJson.moment(text);
    }
}
