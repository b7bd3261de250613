package io.painchain.backend.oidc;

import java.time.Instant;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.painchain.backend.security.Caller;
import io.painchain.backend.security.Role;
import io.painchain.backend.user.KnownUsers;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** From an access token to a user, by issuer and subject. */
@Singleton
class TokenUsers {

    private final KnownUsers users;

    TokenUsers(KnownUsers users) {
        this.users = users;
    }

    /** @param wanted the tenant as the header names it, or {@code null} */
    Uni<SecurityIdentity> identity(SecurityIdentity verified, String wanted, RoutingContext context) {
        if (verified == null || !(verified.getPrincipal() instanceof JsonWebToken token) || !TokenClaims.isForAccess(token)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        var expiresAt = Instant.ofEpochSecond(token.getExpirationTime());
        Supplier<SecurityIdentity> find = () -> users.find(token.getIssuer(), token.getSubject())
                .map(user -> user.identity(wanted, expiresAt, false)).orElseGet(() -> stranger(token, expiresAt));
        return Uni.createFrom().completionStage(() -> context.vertx().executeBlocking(find::get, false).toCompletionStage());
    }

    /** Has never signed in, so belongs nowhere. */
    private static SecurityIdentity stranger(JsonWebToken token, Instant expiresAt) {
        return new Caller(TokenClaims.identity(token).name(), Role.GUEST, null, null, null, null, expiresAt, false).identity();
    }
}
