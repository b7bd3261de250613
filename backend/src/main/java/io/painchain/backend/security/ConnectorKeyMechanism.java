package io.painchain.backend.security;

import java.time.Duration;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.painchain.backend.authmode.AuthMode;
import io.painchain.backend.http.SignedRoutes;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** {@code Authorization: Bearer <connector key>}; a wrong key is refused, never anonymous. */
@ApplicationScoped
class ConnectorKeyMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "bearer ";
    private static final String API_KEY = "pck_";

    private final ConnectorKey key;
    private final AuthMode mode;
    private final FailedKeys failures;

    ConnectorKeyMechanism(ConnectorKey key, AuthMode mode, FailedKeys failures) {
        this.key = key;
        this.mode = mode;
        this.failures = failures;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var authorization = context.request().getHeader("Authorization");
        if (authorization == null || SignedRoutes.contain(context)) {
            return Uni.createFrom().nullItem();
        }
        var isBearer = authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME);
        var presented = isBearer ? authorization.substring(SCHEME.length()).strip() : "";
        if (isBearer && key.matches(presented)) {
            return Uni.createFrom().item(Caller.ANY_CONNECTOR.identity());
        }
        if (mode == AuthMode.OPEN) {
            return KeyChallenge.refuse(context, Duration.ZERO);
        }
        return presented.startsWith(API_KEY) ? Uni.createFrom().nullItem()
                : KeyChallenge.refuse(context, failures.failed(address(context), FailedKeys.UNKNOWN));
    }

    private static String address(RoutingContext context) {
        var address = context.request().remoteAddress();
        return address == null ? null : address.hostAddress();
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        return KeyChallenge.send(context, mode == AuthMode.OPEN
                ? "The connector key is not right: send Authorization: Bearer <connector key>."
                : "The key is not valid: send Authorization: Bearer <API key or connector key>.");
    }

    /** Empty, as the problem extension fails on a challenge of this Quarkus; {@code ContractProblems} completes the 401. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().failure(new UnsupportedOperationException("There is no challenge but sendChallenge"));
    }
}
