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

/**
 * What GitHub said to a query; it may answer in part.
 *
 * @param data the {@code data} of the answer, missing where nothing was answered
 * @param errors what was not
 */
public record GraphQlAnswer(JsonNode data, List<Error> errors, Instant answeredAt) {

    /** Of these more may be had by asking for it, or by asking for less. */
    private static final Set<String> REFUSED_FOR_GOOD = Set.of("NOT_FOUND", "FORBIDDEN");
    /** What a server answers that does not know what a query asks for. */
    private static final Set<String> UNKNOWN = Set.of("undefinedField", "undefinedType", "argumentNotAccepted",
            "argumentLiteralsIncompatible", "cannotSpreadFragment");
    private static final Set<String> TOO_MUCH = Set.of("", "RESOURCE_LIMITS_EXCEEDED", "MAX_NODE_LIMIT_EXCEEDED", "TIMEOUT");

    /**
     * @param type GitHub's word, empty where it gives none, as for a field that its version does not know
     * @param code what is wrong with the query itself, empty where it is sound
     * @param path names and aliases from the root on
     */
    public record Error(String type, String code, List<String> path, String message) {

        /** Whether asking again does not help: the token may not see it. */
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

    /** What of the query this server's version does not know, in its words. */
    Optional<String> unknownToServer() {
        return errors.stream().filter(error -> UNKNOWN.contains(error.code())).map(Error::message).findFirst();
    }

    /** Whether GitHub gave up on the whole query without a reason why it should never be asked. */
    boolean tooMuchAtOnce() {
        return errors.isEmpty() || errors.stream().anyMatch(error -> TOO_MUCH.contains(error.type()));
    }

    public boolean empty() {
        return !data.isObject();
    }

    /** Things at this depth below the root that were answered in part only, though more could be had. */
    public Set<String> cutAt(int depth) {
        Set<String> cut = new HashSet<>();
        errors.stream().filter(error -> !error.withheld() && error.path().size() > depth)
                .forEach(error -> cut.add(error.path().get(depth)));
        return cut;
    }

    /** Whether GitHub cut it short without saying where. */
    public boolean cutAnywhere(int depth) {
        return empty() || errors.stream().anyMatch(error -> !error.withheld() && error.path().size() <= depth);
    }
}
