package io.painchain.backend.security;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.painchain.backend.http.SignedRoutes;
import io.painchain.backend.problem.ProblemResponse;
import io.painchain.backend.problem.ProblemType;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** {@code Authorization: Bearer <connector key>}; a wrong key is refused, never anonymous. */
@ApplicationScoped
class ConnectorKeyMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "bearer ";

    private final ConnectorKey key;

    ConnectorKeyMechanism(ConnectorKey key) {
        this.key = key;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var authorization = context.request().getHeader("Authorization");
        if (authorization == null || SignedRoutes.contain(context)) {
            return Uni.createFrom().nullItem();
        }
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                || !key.matches(authorization.substring(SCHEME.length()).strip())) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return Uni.createFrom().item(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(Roles.CONNECTOR))
                .addRole(Roles.CONNECTOR)
                .build());
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        context.response().putHeader("WWW-Authenticate", "Bearer");
        ProblemResponse.send(context, ProblemType.UNAUTHORIZED,
                "The connector key is not right: send Authorization: Bearer <connector key>.");
        return Uni.createFrom().item(true);
    }

    /** Empty, as the problem extension fails on a challenge of this Quarkus; {@code ContractProblems} completes the 401. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().failure(new UnsupportedOperationException("There is no challenge but sendChallenge"));
    }
}
