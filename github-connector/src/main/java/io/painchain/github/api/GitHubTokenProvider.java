package io.painchain.github.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.http.HttpAnswer;

@FunctionalInterface
public interface GitHubTokenProvider {

    String currentToken();

    /** Gets every answer that a request with the token got. */
    default void learn(HttpAnswer answer) {
    }

    /** The organizations whose repositories lists leave out, because the token has not passed their single sign-on. */
    default List<String> leftOut() {
        return List.of();
    }

    /** When a user has to have replaced what the tokens come from; empty: never, or not known yet. */
    default Optional<Instant> expiresAt() {
        return Optional.empty();
    }
}
