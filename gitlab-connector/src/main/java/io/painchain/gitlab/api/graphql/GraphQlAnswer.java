package io.painchain.gitlab.api.graphql;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.gitlab.api.GitLabErrors;
import io.painchain.gitlab.api.GitLabJson;

/** An answer may be partial: errors at run time come beside data, a refused query has none. */
public record GraphQlAnswer(JsonNode data, List<String> errors, Instant answeredAt) {

    private static final List<String> FOR_GOOD = List.of("doesn't exist", "does not exist", "doesn't accept", "complexity",
            "undefined", "unknown argument", "validation error", "argument");

    static GraphQlAnswer of(HttpAnswer answer, Clock clock) {
        try {
            JsonNode body = GitLabJson.tree(answer.body());
            if (!body.has("data") && !body.has("errors")) {
                throw GitLabErrors.unreadable(answer.url(), null);
            }
            List<String> errors = new ArrayList<>();
            body.path("errors").forEach(error -> errors.add(error.path("message").asText("")));
            return new GraphQlAnswer(body.path("data"), List.copyOf(errors), answer.date().orElseGet(clock::instant));
        } catch (IOException e) {
            throw GitLabErrors.unreadable(answer.url(), e);
        }
    }

    boolean empty() {
        return !data.isObject();
    }

    /** An unknown field or argument, or too much at once; it will be refused the next time, too. */
    boolean refusedForGood() {
        return errors.stream().map(error -> error.toLowerCase(Locale.ROOT))
                .anyMatch(error -> FOR_GOOD.stream().anyMatch(error::contains));
    }

    String words() {
        return errors.isEmpty() ? "no data" : errors.get(0);
    }

    public boolean partial() {
        return !errors.isEmpty();
    }
}
