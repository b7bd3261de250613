package io.painchain.simulator.oidc;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the provider signs. */
final class OidcTokens {

    private static final Duration VALID = Duration.ofMinutes(5);

    private final SigningKey key;
    private final String issuer;
    private final Clock clock;

    OidcTokens(SigningKey key, String issuer, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** @param nonce {@code null} for none */
    String id(OidcPerson person, String client, String nonce, String sid) {
        var claims = claims(person, client);
        claims.put("typ", "ID");
        claims.put("sid", sid);
        claims.put("name", person.name());
        claims.put("email", person.email());
        claims.put("email_verified", person.isEmailVerified());
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        return key.sign("JWT", claims);
    }

    String access(OidcPerson person, String audience) {
        var claims = claims(person, audience);
        claims.put("typ", "Bearer");
        return key.sign("at+jwt", claims);
    }

    private Map<String, Object> claims(OidcPerson person, String audience) {
        var now = clock.instant();
        var claims = new HashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("sub", person.subject());
        claims.put("aud", audience);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(VALID).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }
}
