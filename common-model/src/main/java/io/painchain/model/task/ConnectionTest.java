package io.painchain.model.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jetbrains.annotations.Nullable;

import io.painchain.model.integration.RateLimit;

/**
 * Whether a configuration works: the output of a {@link TaskKind#test} and the answer to who asked for it.
 *
 * @param message {@code "Connected successfully!"}, or {@code "Failed to connect to …: "} and why, in words
 * @param login whose credentials these are
 * @param scopes {@code null} where the credentials have none, as fine-grained tokens
 * @param permissions e.g. {@code {"contents": "read"}}; {@code null} where the provider does not tell
 * @param expiresAt of the credentials, {@code null} where never or unknown
 * @param rateLimit by resource
 * @param repositories what can be read of each configured one
 */
public record ConnectionTest(boolean ok, String message, @Nullable String login, @Nullable List<String> scopes,
        @Nullable Map<String, String> permissions,
        @Nullable Instant expiresAt, @Nullable Map<String, RateLimit> rateLimit, @Nullable List<Repository> repositories) {

    public record Repository(String name, List<Source> sources) {
    }

    /**
     * @param source e.g. {@code pulls}, {@code runs}
     * @param missing the permission that would be needed, or {@code null}
     * @param detail a sentence, or {@code null}
     */
    public record Source(String source, boolean ok, @Nullable String missing, @Nullable String detail) {
    }

    public ConnectionTest of(List<Repository> read) {
        return new ConnectionTest(ok, message, login, scopes, permissions, expiresAt, rateLimit, read);
    }

    public static ConnectionTest failed(String message) {
        return new ConnectionTest(false, message, null, null, null, null, Map.of(), List.of());
    }
}
