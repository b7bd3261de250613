package io.painchain.simulator.kubernetes.api.auth;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.painchain.simulator.http.Headers;
import io.painchain.simulator.kubernetes.api.call.ApiException;
import io.painchain.simulator.kubernetes.api.call.Target;

/** The tokens that there are. */
public final class Tokens {

    private final Clock clock;
    private final Map<String, TokenGrant> grants = new ConcurrentHashMap<>();

    public Tokens(Clock clock) {
        this.clock = clock;
    }

    /** Adds a token, or gives another right to one that there is. */
    public void add(TokenGrant grant) {
        grants.put(grant.token(), grant);
    }

    public void revoke(String token) {
        grants.remove(token);
    }

    public TokenGrant identify(Headers headers) throws ApiException {
        TokenGrant grant = grants.get(headers.get("Authorization", "").replaceFirst("(?i)^bearer +", ""));
        if (grant == null || grant.expiresAt() != null && !clock.instant().isBefore(grant.expiresAt())) {
            throw ApiException.unauthorized();
        }
        return grant;
    }

    public static void require(TokenGrant grant, String verb, Target target) throws ApiException {
        if (!grant.may(verb, target.type().resource(), target.namespace())) {
            String where = target.namespace().isEmpty() ? "at the cluster scope"
                    : "in the namespace \"" + target.namespace() + "\"";
            String what = target.name() == null ? "" : " \"" + target.name() + "\"";
            throw ApiException.of(403, "Forbidden", target.type().resource() + what + " is forbidden: User \"" + grant.user()
                    + "\" cannot " + verb + " resource \"" + target.type().plural() + "\" in API group \""
                    + target.type().group() + "\" " + where);
        }
    }
}
