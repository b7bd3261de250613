package io.painchain.backend.oidc;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

import io.painchain.backend.authmode.AuthMode;
import io.painchain.backend.datafolder.SecretSource;
import io.painchain.backend.security.SecretDigest;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * How the provider is spoken to, by what a request is: the code flow, an access token, or the provider's own word. Any other
 * request is none of OIDC's concern, so that nothing in the API is ever redirected. The provider may come up later than the
 * backend.
 */
@ApplicationScoped
class OidcTenants implements TenantConfigResolver {

    /** Part of the names of its cookies. */
    static final String SIGN_IN = "signin";

    private static final String SECRET = "oidc-client-secret";

    private final OidcTenantConfig signIn;
    private final OidcTenantConfig accessTokens;
    private final OidcTenantConfig logoutTokens;

    OidcTenants(AuthMode mode, Config config, SecretSource secrets, SecretDigest digests) {
        if (!mode.hasOidc()) {
            signIn = null;
            accessTokens = null;
            logoutTokens = null;
            return;
        }
        var settings = OidcSettings.of(config);
        signIn = signIn(settings, secrets, digests);
        accessTokens = settings.audience().map(audience -> verifying("bearer", settings, audience).token().subjectRequired()
                .end().build()).orElse(null);
        // It may name a session alone, so its principal is whom it has in any case.
        logoutTokens = verifying("logout", settings, settings.clientId()).token().principalClaim("iss").end().build();
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> requestContext) {
        return switch (OidcRequest.of(context)) {
            case SIGN_IN -> Uni.createFrom().item(signIn);
            case LOGOUT_TOKEN -> Uni.createFrom().item(logoutTokens);
            case ACCESS_TOKEN -> Uni.createFrom().item(accessTokens);
            case NONE -> Uni.createFrom().nullItem();
        };
    }

    boolean takesAccessTokens() {
        return accessTokens != null;
    }

    String clientId() {
        return signIn.clientId().orElseThrow();
    }

    private static OidcTenantConfig signIn(OidcSettings settings, SecretSource secrets, SecretDigest digests) {
        var builder = OidcTenantConfig.authServerUrl(settings.issuer()).tenantId(SIGN_IN)
                .applicationType(ApplicationType.WEB_APP).clientId(settings.clientId())
                .authentication().redirectPath(LoginResource.CALLBACK).removeRedirectParameters(false)
                .restorePathAfterRedirect(false).pkceRequired().nonceRequired().cookiePath(LoginResource.PATH)
                // The same on every backend: the browser may come back to another one.
                .stateSecret(digests.derived("state of a sign-in"))
                .scopes(List.of(settings.scopes().split("[ ,]+"))).end()
                .token().subjectRequired().end()
                .tokenStateManager().encryptionRequired(false).end(); // none is kept
        secrets.given(SECRET).ifPresent(builder::credentials);
        return builder.build();
    }

    private static OidcTenantConfigBuilder verifying(String id, OidcSettings settings, String audience) {
        return OidcTenantConfig.authServerUrl(settings.issuer()).tenantId(id).applicationType(ApplicationType.SERVICE)
                .clientId(settings.clientId())
                .token().audience(audience).allowJwtIntrospection(false).allowOpaqueTokenIntrospection(false).end();
    }
}
