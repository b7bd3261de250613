package io.painchain.backend.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.user.UserArrival;
import io.painchain.backend.user.session.NewSession;
import io.painchain.backend.user.session.SessionStart;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;

/** What follows from a verified ID token: a user, a session, an entry in the audit log. */
@Singleton
class SignIn {

    private final UserArrival arrival;
    private final SessionStart sessions;
    private final OidcTenants tenants;
    private final AuditLog audit;

    SignIn(UserArrival arrival, SessionStart sessions, OidcTenants tenants, AuditLog audit) {
        this.arrival = arrival;
        this.sessions = sessions;
        this.tenants = tenants;
        this.audit = audit;
    }

    @Transactional
    void of(SecurityIdentity verified, JsonWebToken token, RoutingContext context) {
        var user = arrival.of(TokenClaims.identity(token));
        var address = context.request().remoteAddress();
        sessions.of(new NewSession(user.id(), user.issuer(), user.subject(), TokenClaims.text(token, "sid"),
                providerEnd(verified, context), address == null ? null : address.hostAddress(),
                context.request().getHeader("User-Agent")), context);
        audit.recordAs(user.caller(), "session", user.id());
    }

    private String providerEnd(SecurityIdentity verified, RoutingContext context) {
        OidcConfigurationMetadata provider = verified.getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE);
        var home = URI.create(context.request().absoluteURI()).resolve("/").toString();
        return Optional.ofNullable(provider).map(OidcConfigurationMetadata::getEndSessionUri)
                .map(end -> end + (end.contains("?") ? "&" : "?") + "client_id=" + encoded(tenants.clientId())
                        + "&post_logout_redirect_uri=" + encoded(home))
                .orElse(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
