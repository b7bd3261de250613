package io.painchain.backend.apikey.request;

import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.painchain.backend.apikey.ApiKeyText;
import io.painchain.backend.apikey.RefusedKey;
import io.painchain.backend.apikey.StoredKey;
import io.painchain.backend.authmode.AuthMode;
import io.painchain.backend.http.SignedRoutes;
import io.painchain.backend.security.FailedKeys;
import io.painchain.backend.security.KeyChallenge;
import io.painchain.backend.security.OpenRequests;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** {@code Authorization: Bearer pck_…}, or a browser's cookie with the same; all else is not its concern. */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "bearer ";
    private static final String API = "/api/";

    private final AuthMode mode;
    private final FailedKeys failures;
    private final OpenRequests connections;

    ApiKeyMechanism(AuthMode mode, FailedKeys failures, OpenRequests connections) {
        this.mode = mode;
        this.failures = failures;
        this.connections = connections;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var credential = mode.hasKeys() && !SignedRoutes.contain(context) ? credential(context) : null;
        if (credential == null) {
            return Uni.createFrom().nullItem();
        }
        context.put(HttpAuthenticationMechanism.class.getName(), this);
        long begin = connections.begin();
        return identities.authenticate(credential)
                .invoke(identity -> add(identity.getAttribute(ApiKeyIdentities.STORED), context, begin))
                .onFailure(RefusedKey.class).recoverWithUni(refused -> refuse(context, refused, credential));
    }

    private void add(StoredKey key, RoutingContext context, long begin) {
        connections.add(key.key().id(), key.caller(), context, begin);
        key.makerId().ifPresent(maker -> connections.add(maker, key.caller(), context, begin));
    }

    private static ApiKeyCredential credential(RoutingContext context) {
        var authorization = context.request().getHeader("Authorization");
        if (authorization != null) {
            boolean isBearer = authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME);
            var key = isBearer ? authorization.substring(SCHEME.length()).strip() : "";
            return key.startsWith(ApiKeyText.PREFIX) ? new ApiKeyCredential(key, false) : null;
        }
        var path = context.request().path();
        if (!path.startsWith(API) || path.equals(SessionResource.PATH)) {
            return null; // pages are everybody's, and a cookie that became invalid must not be in the way of signing in
        }
        var key = SessionCookie.read(context.request());
        return key == null ? null : new ApiKeyCredential(key, true);
    }

    private Uni<SecurityIdentity> refuse(RoutingContext context, RefusedKey refused, ApiKeyCredential credential) {
        if (credential.isByCookie()) {
            SessionCookie.remove(context.response());
        }
        return KeyChallenge.refuse(context, failures.failed(address(context), refused.reason()));
    }

    static String address(RoutingContext context) {
        var address = context.request().remoteAddress();
        return address == null ? null : address.hostAddress();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiKeyCredential.class);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        return KeyChallenge.send(context, "The API key is not valid: it is unknown, expired or revoked.");
    }

    /** As the connector key's: the problem extension cannot answer a challenge of this Quarkus. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().failure(new UnsupportedOperationException("There is no challenge but sendChallenge"));
    }
}
