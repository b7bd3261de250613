package io.painchain.gitlab.api.record;

import java.time.Instant;
import java.util.List;

/** What a token says of itself; {@code expiresAt} is the beginning of the day on which it no longer works. */
public record TokenSelf(String name, List<String> scopes, Instant expiresAt, Boolean active) {

    public TokenSelf {
        scopes = scopes == null ? List.of() : scopes.stream().filter(scope -> scope != null).toList();
    }

    public boolean reads() {
        return scopes.contains("read_api") || scopes.contains("api");
    }
}
