package io.painchain.github.api.graphql;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.github.api.GitHubErrors;
import io.painchain.github.api.GitHubJson;

/** An answer may be partial: {@code data} is a missing node where there is none, {@code errors} name what failed. */
public record GraphQlAnswer(JsonNode data, List<Error> errors, Instant answeredAt) {

    /** More of an item with one of these errors will not come, however it is asked for. */
    private static final Set<String> REFUSED_FOR_GOOD = Set.of("NOT_FOUND", "FORBIDDEN");
    /** Error codes of servers whose version lacks a field or type. */
    private static final Set<String> UNKNOWN = Set.of("undefinedField", "undefinedType", "argumentNotAccepted",
            "argumentLiteralsIncompatible", "cannotSpreadFragment");
    /** What older servers say instead. */
    private static final Set<String> UNKNOWN_WORDS = Set.of("doesn't exist on type", "No such type ",
            "doesn't accept argument");
    /** Asking again soon gives no other answer. */
    private static final Set<String> REFUSED = Set.of("FORBIDDEN", "NOT_FOUND", "INSUFFICIENT_SCOPES", "UNPROCESSABLE");
    private static final Set<String> TOO_MUCH = Set.of("", "RESOURCE_LIMITS_EXCEEDED", "MAX_NODE_LIMIT_EXCEEDED", "TIMEOUT");

    /** {@code type} and {@code code} are empty where GitHub gives none; {@code path} has names and aliases from the root. */
    public record Error(String type, String code, List<String> path, String message) {

        public boolean withheld() {
            return REFUSED_FOR_GOOD.contains(type);
        }
    }

    public static GraphQlAnswer of(HttpAnswer answer, Clock clock) {
        if (answer.status() != 200) {
            return new GraphQlAnswer(MissingNode.getInstance(),
                    List.of(new Error("", "", List.of(), "GitHub answered " + answer.status())), clock.instant());
        }
        try {
            JsonNode body = GitHubJson.tree(answer.body());
            if (!body.has("data") && !body.has("errors")) {
                throw GitHubErrors.unreadable(answer.url(), null);
            }
            List<Error> errors = new ArrayList<>();
            body.path("errors").forEach(error -> {
                List<String> path = new ArrayList<>();
                error.path("path").forEach(step -> path.add(step.asText()));
                errors.add(new Error(error.path("type").asText(""), error.path("extensions").path("code").asText(""),
                        List.copyOf(path), error.path("message").asText("")));
            });
            return new GraphQlAnswer(body.path("data"), List.copyOf(errors), answer.date().orElseGet(clock::instant));
        } catch (IOException e) {
            throw GitHubErrors.unreadable(answer.url(), e);
        }
    }

    /** The message about a field or type that this server's version lacks. */
    Optional<String> unknownToServer() {
        return errors.stream().filter(error -> UNKNOWN.contains(error.code())
                || error.code().isEmpty() && UNKNOWN_WORDS.stream().anyMatch(error.message()::contains)).map(Error::message)
                .findFirst();
    }

    /** Whether GitHub gave up on the whole query, so that a smaller one may succeed. */
    boolean tooMuchAtOnce() {
        return errors.isEmpty() || errors.stream().anyMatch(error -> TOO_MUCH.contains(error.type()));
    }

    boolean refused() {
        return errors.stream().anyMatch(error -> REFUSED.contains(error.type()));
    }

    public boolean empty() {
        return !data.isObject();
    }

    /** Items at this depth below the root that are partial, although more could be had. */
    public Set<String> cutAt(int depth) {
        Set<String> cut = new HashSet<>();
        errors.stream().filter(error -> !error.withheld() && error.path().size() > depth)
                .forEach(error -> cut.add(error.path().get(depth)));
        return cut;
    }

    /** Whether GitHub cut the answer without saying where. */
    public boolean cutAnywhere(int depth) {
        return empty() || errors.stream().anyMatch(error -> !error.withheld() && error.path().size() <= depth);
    }
}
