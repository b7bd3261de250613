package io.painchain.simulator.api.auth;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.http.EntityTags;
import io.painchain.simulator.http.Headers;

/** The tokens that exist. */
public final class Tokens {

    private static final String CLIENT_WITHOUT_TOKEN = "";

    private final Clock clock;
    private final Map<String, TokenGrant> grants = new ConcurrentHashMap<>();

    public Tokens(Clock clock) {
        this.clock = clock;
    }

    public void add(TokenGrant grant) {
        grants.put(grant.token(), grant);
    }

    public void revoke(String token) {
        grants.remove(token);
    }

    public Collection<TokenGrant> all() {
        return List.copyOf(grants.values());
    }

    /** SHA-256 in hexadecimal digits, by which a token may be shown. */
    public static String hash(String token) {
        return EntityTags.digest("", token.getBytes(StandardCharsets.UTF_8));
    }

    /** Who asks: by {@code Authorization: Bearer} or {@code token}; without a token anyone, who sees public things. */
    public TokenGrant identify(Headers headers, int anonymousLimit) throws ApiException {
        String authorization = headers.get("Authorization");
        if (authorization == null) {
            return TokenGrant.classic(CLIENT_WITHOUT_TOKEN, null).limitedTo().hourlyLimit(anonymousLimit);
        }
        TokenGrant grant = grants.get(authorization.replaceFirst("(?i)^(bearer|token) +", "").trim());
        boolean expired = grant != null && grant.expiresAt() != null && !clock.instant().isBefore(grant.expiresAt());
        if (grant == null || expired) {
            throw new ApiException(401, "Bad credentials");
        }
        return grant;
    }
}
