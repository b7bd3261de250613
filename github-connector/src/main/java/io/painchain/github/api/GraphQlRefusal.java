package io.painchain.github.api;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.http.HttpAnswer;

/** Limits that GraphQL reports in the body of a 200. */
enum GraphQlRefusal {

    PRIMARY,
    /** A secondary limit covers REST, too. */
    SECONDARY;

    private static final String PATH = "/graphql";
    private static final Set<String> USED_UP = Set.of("RATE_LIMITED", "RATE_LIMIT", "graphql_rate_limit");
    /** A refusal is short; a longer body is data and is not parsed twice. */
    private static final int LONGEST = 64 * 1024;

    static boolean isQuery(HttpAnswer answer) {
        return String.valueOf(answer.url().getPath()).endsWith(PATH);
    }

    static Optional<GraphQlRefusal> of(HttpAnswer answer) {
        if (answer.status() != 200 || !isQuery(answer) || answer.body().length > LONGEST) {
            return Optional.empty();
        }
        try {
            return read(GitHubJson.tree(answer.body()), answer.header("retry-after").isPresent());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<GraphQlRefusal> read(JsonNode body, boolean mustWait) {
        if (body.path("data").isObject()) {
            return Optional.empty();
        }
        for (JsonNode error : body.path("errors")) {
            // Only the message distinguishes a secondary limit from other errors.
            String message = error.path("message").asText("").toLowerCase(Locale.ROOT);
            if (mustWait || message.contains("secondary rate limit") || message.contains("abuse detection")) {
                return Optional.of(SECONDARY);
            }
            if (USED_UP.contains(error.path("type").asText()) || USED_UP.contains(error.path("code").asText())
                    || USED_UP.contains(error.path("extensions").path("code").asText())) {
                return Optional.of(PRIMARY);
            }
        }
        return Optional.empty();
    }
}
