package io.painchain.backend.oidc;

import java.util.Locale;

import io.painchain.backend.http.SignedRoutes;
import io.vertx.ext.web.RoutingContext;

/** What a request is to the provider. */
enum OidcRequest {

    SIGN_IN,
    LOGOUT_TOKEN,
    ACCESS_TOKEN,
    NONE;

    private static final String SCHEME = "bearer ";
    /** A JSON object in base64, which every signed token begins with and no key. */
    private static final String SIGNED = "eyJ";

    static OidcRequest of(RoutingContext context) {
        var path = context.request().path();
        if (path.equals(LoginResource.BACK_CHANNEL)) {
            return LOGOUT_TOKEN;
        }
        if (path.equals(LoginResource.PATH) || path.equals(LoginResource.CALLBACK)) {
            return SIGN_IN;
        }
        return path.startsWith("/api/") && !SignedRoutes.contain(context)
                && isSigned(context.request().getHeader("Authorization")) ? ACCESS_TOKEN : NONE;
    }

    private static boolean isSigned(String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                && authorization.substring(SCHEME.length()).strip().startsWith(SIGNED);
    }
}
