package io.painchain.backend.oidc;

import java.net.URI;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;

import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

/**
 * The provider.
 *
 * @param issuer its address, as its tokens name it
 * @param audience what access tokens for this API name; without it none is taken
 * @param scopes what is asked of it beside {@code openid}
 */
public record OidcSettings(String issuer, String clientId, Optional<String> audience, String scopes) {

    /** Asked for only where {@code PAINCHAIN_AUTH} names oidc. */
    public static OidcSettings of(Config config) {
        var issuer = required(config, "painchain.oidc.issuer", "PAINCHAIN_OIDC_ISSUER");
        if (!isSafe(issuer)) {
            throw new StartupFailure(ExitStatus.USAGE,
                    "PAINCHAIN_OIDC_ISSUER must be an address with https, or with http on this machine.");
        }
        return new OidcSettings(issuer, required(config, "painchain.oidc.client-id", "PAINCHAIN_OIDC_CLIENT_ID"),
                optional(config, "painchain.oidc.audience"), optional(config, "painchain.oidc.scopes").orElse("email profile"));
    }

    private static boolean isSafe(String issuer) {
        try {
            var address = URI.create(issuer);
            var isLocal = "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()) && isLocal);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String required(Config config, String name, String variable) {
        return optional(config, name).orElseThrow(
                () -> new StartupFailure(ExitStatus.USAGE, "PAINCHAIN_AUTH names oidc, which needs " + variable + "."));
    }

    private static Optional<String> optional(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }
}
