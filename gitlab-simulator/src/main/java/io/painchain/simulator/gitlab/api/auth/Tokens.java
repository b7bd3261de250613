package io.painchain.simulator.gitlab.api.auth;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.http.Headers;

/** The tokens that there are. */
public final class Tokens {

    private final Clock clock;
    private final Map<String, TokenGrant> grants = new ConcurrentHashMap<>();

    public Tokens(Clock clock) {
        this.clock = clock;
    }

    public void add(TokenGrant grant) {
        grants.put(grant.token(), grant);
    }

    public void revoke(String token) {
        grants.computeIfPresent(token, (same, grant) -> grant.withdrawn());
    }

    /** Whose request it is; by {@code PRIVATE-TOKEN} or as a bearer. */
    public TokenGrant identify(Headers headers) throws ApiException {
        String token = headers.get("PRIVATE-TOKEN", headers.get("Authorization", "").replaceFirst("(?i)^bearer +", ""));
        TokenGrant grant = grants.get(token);
        if (grant == null) {
            throw ApiException.message(401, "Unauthorized");
        }
        if (grant.revoked()) {
            throw ApiException.oauth(401, "invalid_token",
                    "Token was revoked. You have to re-authorize from the user.");
        }
        if (grant.expiresAt() != null && !LocalDate.now(clock.withZone(ZoneOffset.UTC)).isBefore(grant.expiresAt())) {
            throw ApiException.oauth(401, "invalid_token",
                    "Token is expired. You can either do re-authorization or token refresh.");
        }
        return grant;
    }

    public static void requireReading(TokenGrant grant) throws ApiException {
        if (!grant.reads()) {
            throw ApiException.oauth(403, "insufficient_scope",
                    "The request requires higher privileges than provided by the access token.").with("scope",
                            "api read_api");
        }
    }
}
