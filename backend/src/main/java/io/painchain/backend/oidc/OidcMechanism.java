package io.painchain.backend.oidc;

import java.time.Duration;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.painchain.backend.authmode.AuthMode;
import io.painchain.backend.database.DatabaseFailures;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.KeyChallenge;
import io.painchain.backend.security.OpenRequests;
import io.painchain.backend.user.KnownUser;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AnonymousAuthenticationRequest;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Access tokens in the API; Quarkus' own mechanism verifies them. It is asked before that one, so that a refusal is a problem
 * of ours and never a redirect, and so that nothing below {@code /login} happens before its resource wants it.
 */
@ApplicationScoped
class OidcMechanism implements HttpAuthenticationMechanism {

    private static final String TENANT = "x-tenant-id";

    private final OidcAuthenticationMechanism verification;
    private final OidcTenants tenants;
    private final TokenUsers users;
    private final OpenRequests requests;
    private final AuthMode mode;

    OidcMechanism(OidcAuthenticationMechanism verification, OidcTenants tenants, TokenUsers users, OpenRequests requests,
            AuthMode mode) {
        this.verification = verification;
        this.tenants = tenants;
        this.users = users;
        this.requests = requests;
        this.mode = mode;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var request = mode.hasOidc() ? OidcRequest.of(context) : OidcRequest.NONE;
        if (request == OidcRequest.NONE) {
            return Uni.createFrom().nullItem();
        }
        answer(context);
        if (request != OidcRequest.ACCESS_TOKEN) {
            return identities.authenticate(AnonymousAuthenticationRequest.INSTANCE);
        }
        if (!tenants.takesAccessTokens()) {
            return KeyChallenge.refuse(context, Duration.ZERO);
        }
        long begin = requests.begin();
        return verification.authenticate(context, identities)
                .eventually(() -> answer(context))
                .onFailure(AbsentProvider::isCauseOf)
                .recoverWithUni(() -> KeyChallenge.postpone(context, AbsentProvider.ADVICE))
                .chain(token -> users.identity(token, context.request().getHeader(TENANT), context))
                .invoke(identity -> note(identity, context, begin))
                .onFailure(failure -> !DatabaseFailures.isAway(failure))
                .recoverWithUni(() -> KeyChallenge.refuse(context, Duration.ZERO));
    }

    /** A refusal is for this one to word; the other takes that over, and asks the provider once more for it. */
    private void answer(RoutingContext context) {
        context.put(HttpAuthenticationMechanism.class.getName(), this);
    }

    private void note(SecurityIdentity identity, RoutingContext context, long begin) {
        KnownUser.of(identity).ifPresent(user -> requests.add(user.id(), Caller.of(identity), context, begin));
    }

    @Override
    public int getPriority() {
        return verification.getPriority() + 1;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        return KeyChallenge.send(context, tenants.takesAccessTokens()
                ? "The access token is not valid: it is over, of another provider, or for another audience."
                : "Access tokens are not taken here: PAINCHAIN_OIDC_AUDIENCE is not set.");
    }

    /** As the connector key's: the problem extension cannot answer a challenge of this Quarkus. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().failure(new UnsupportedOperationException("There is no challenge but sendChallenge"));
    }
}
