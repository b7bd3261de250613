package io.painchain.backend.authmode;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.Config;

import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

/** How callers prove who they are: {@code PAINCHAIN_AUTH}. */
public enum AuthMode {

    /** Nobody does; {@code x-tenant-id} is taken as it comes. */
    OPEN("open"),
    /** By an API key, whose tenant is the request's. */
    KEYS("keys"),
    /** By signing in at an OIDC provider, or with a token of it. */
    OIDC("oidc"),
    /** In either way. */
    KEYS_AND_OIDC("keys", "oidc");

    public static final String SETTING = "painchain.auth";

    private final Set<String> ways;

    AuthMode(String... ways) {
        this.ways = Set.of(ways);
    }

    public static AuthMode of(Config config) {
        var text = config.getOptionalValue(SETTING, String.class).map(String::strip).orElse("open");
        var asked = Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toSet());
        return Stream.of(values()).filter(mode -> mode.ways.equals(asked)).findFirst()
                .orElseThrow(() -> new StartupFailure(ExitStatus.USAGE,
                        "PAINCHAIN_AUTH must be open, keys, oidc or keys,oidc, and is none of these."));
    }

    public boolean hasKeys() {
        return ways.contains("keys");
    }

    public boolean hasOidc() {
        return ways.contains("oidc");
    }

    public String onTheWire() {
        return ways.stream().sorted().collect(Collectors.joining(","));
    }
}
