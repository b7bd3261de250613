package io.painchain.backend.security;

import org.eclipse.microprofile.config.Config;

import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

/** How callers prove who they are: {@code PAINCHAIN_AUTH}. */
public enum AuthMode {

    /** Nobody does; {@code x-tenant-id} is taken as it comes. */
    OPEN,
    /** By an API key, whose tenant is the request's. */
    KEYS;

    public static final String SETTING = "painchain.auth";

    public static AuthMode of(Config config) {
        var name = config.getOptionalValue(SETTING, String.class).map(String::strip).orElse("open");
        return switch (name) {
            case "open" -> OPEN;
            case "keys" -> KEYS;
            case "oidc" -> throw new StartupFailure(ExitStatus.USAGE,
                    "PAINCHAIN_AUTH=oidc is not there yet: use keys, or open behind a gateway that signs users in.");
            default -> throw new StartupFailure(ExitStatus.USAGE,
                    "PAINCHAIN_AUTH must be open or keys, and is neither.");
        };
    }

    public String onTheWire() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
