package io.painchain.github.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.http.HttpAnswer;

@FunctionalInterface
public interface GitHubTokenProvider {

    String currentToken();

    /** Receives every answer to a request with the token. */
    default void learn(HttpAnswer answer) {
    }

    /** Organizations whose repositories are missing from lists, because the token has not passed their single sign-on. */
    default List<String> leftOut() {
        return List.of();
    }

    /** When the answer came that says so. */
    default Instant leftOutAt() {
        return Instant.EPOCH;
    }

    /** When a user must have replaced the token or key; empty: never, or not known yet. */
    default Optional<Instant> expiresAt() {
        return Optional.empty();
    }
}
