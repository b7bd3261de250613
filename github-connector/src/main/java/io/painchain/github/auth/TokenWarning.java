package io.painchain.github.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.connector.provider.ExpiryWarning;
import io.painchain.github.api.GitHubTokenProvider;
import io.painchain.github.api.SingleSignOn;

public final class TokenWarning {

    /** Lists are read anew more often, if at all. */
    private static final Duration TRUE = Duration.ofHours(2);

    private TokenWarning() {
    }

    public static List<String> of(GitHubTokenProvider provider, Instant now) {
        List<String> warnings = new ArrayList<>();
        provider.expiresAt().flatMap(end -> ExpiryWarning.of(end, now)).ifPresent(warnings::add);
        if (!provider.leftOut().isEmpty() && provider.leftOutAt().isAfter(now.minus(TRUE))) {
            warnings.add(SingleSignOn.sentence(provider.leftOut()));
        }
        return List.copyOf(warnings);
    }
}
