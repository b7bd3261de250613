package io.painchain.backend.user.session;

import java.time.Duration;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.painchain.backend.authmode.AuthMode;
import io.painchain.backend.http.SignedRoutes;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.KeyChallenge;
import io.painchain.backend.security.OpenRequests;
import io.painchain.backend.security.RandomToken;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** The cookie of a browser in which somebody signed in; a header with a key or a token goes before it. */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    private static final String API = "/api/";
    /** A cookie that became invalid must not be in the way of signing in or out. */
    private static final String SIGN_IN = "/api/session";
    private static final String TENANT = "x-tenant-id";

    private final AuthMode mode;
    private final OpenRequests requests;

    SessionMechanism(AuthMode mode, OpenRequests requests) {
        this.mode = mode;
        this.requests = requests;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var cookie = isMine(context) ? BrowserCookie.read(context.request()) : null;
        if (cookie == null) {
            return Uni.createFrom().nullItem();
        }
        context.put(HttpAuthenticationMechanism.class.getName(), this);
        if (!RandomToken.isWellFormed(cookie)) {
            return refuse(context);
        }
        var credential = new SessionCredential(RandomToken.digest(cookie), context.request().getHeader(TENANT));
        long begin = requests.begin();
        return identities.authenticate(credential).invoke(identity -> note(identity, context, begin))
                .onFailure(AuthenticationFailedException.class).recoverWithUni(() -> refuse(context));
    }

    private boolean isMine(RoutingContext context) {
        var path = context.request().path();
        return mode.hasOidc() && context.request().getHeader("Authorization") == null && path.startsWith(API)
                && !path.equals(SIGN_IN) && !SignedRoutes.contain(context);
    }

    /** Streams end with the session, and with what its user may do. */
    private void note(SecurityIdentity identity, RoutingContext context, long begin) {
        var session = SessionIdentities.of(identity);
        var caller = Caller.of(identity);
        requests.add(session.id(), caller, context, begin);
        requests.add(session.userId(), caller, context, begin);
    }

    private static Uni<SecurityIdentity> refuse(RoutingContext context) {
        BrowserCookie.remove(context);
        return KeyChallenge.refuse(context, Duration.ZERO);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionCredential.class);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        return KeyChallenge.send(context, "The session has ended: sign in again.");
    }

    /** As the connector key's: the problem extension cannot answer a challenge of this Quarkus. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().failure(new UnsupportedOperationException("There is no challenge but sendChallenge"));
    }
}
