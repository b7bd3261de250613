package io.painchain.backend.oidc;

import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.painchain.backend.user.ProvenIdentity;

/** What a verified token says; nothing in it says what somebody may do. */
final class TokenClaims {

    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Set<String> NOT_OF_ACCESS = Set.of("nonce", "at_hash", "c_hash", "events");

    private TokenClaims() {
    }

    static ProvenIdentity identity(JsonWebToken token) {
        var isVerified = "true".equals(String.valueOf(token.<Object> getClaim("email_verified")));
        var email = isVerified ? text(token, "email") : null;
        var name = Stream.of(text(token, "name"), text(token, "preferred_username"), email, token.getSubject())
                .filter(candidate -> candidate != null && !candidate.isBlank()).findFirst().orElseThrow();
        return new ProvenIdentity(token.getIssuer(), token.getSubject(), name, email);
    }

    /** An ID token says who somebody is to a client, and is not meant to open an API. */
    static boolean isForAccess(JsonWebToken token) {
        var type = text(token, "typ");
        return NOT_OF_ACCESS.stream().noneMatch(token::containsClaim)
                && (type == null || !Set.of("ID", "Logout", "Refresh").contains(type));
    }

    static boolean isForLogout(JsonWebToken token) {
        var events = token.<Object> getClaim("events");
        return events != null && events.toString().contains(LOGOUT_EVENT) && !token.containsClaim("nonce");
    }

    /** @return {@code null} without it */
    static String text(JsonWebToken token, String claim) {
        var value = token.<Object> getClaim(claim);
        return value instanceof String string ? string : null;
    }
}
