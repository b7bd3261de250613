package io.painchain.github.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the environment says of Apps that this connector's operator registered, by the names of what users would enter. */
public record OwnApps(Map<String, String> oauth, Map<String, String> app) {

    public static final OwnApps NONE = new OwnApps(Map.of(), Map.of());

    /** Each of them is empty where it is not set. */
    public interface Environment {

        Optional<String> oauthClientId();

        Optional<String> oauthClientSecret();

        Optional<String> appId();

        Optional<String> appClientId();

        Optional<String> appClientSecret();

        Optional<String> appPrivateKey();
    }

    static OwnApps of(Environment environment) {
        Map<String, String> oauth = new HashMap<>();
        put(oauth, "clientId", environment.oauthClientId());
        put(oauth, "clientSecret", environment.oauthClientSecret());
        Map<String, String> app = new HashMap<>();
        put(app, "appId", environment.appId());
        put(app, "clientId", environment.appClientId());
        put(app, "clientSecret", environment.appClientSecret());
        put(app, "privateKey", environment.appPrivateKey());
        return new OwnApps(Map.copyOf(oauth), Map.copyOf(app));
    }

    /** For a way to connect. */
    public Map<String, String> of(String way) {
        return switch (way) {
            case "app" -> app;
            case "oauth", "device" -> oauth;
            default -> Map.of();
        };
    }

    private static void put(Map<String, String> texts, String name, Optional<String> text) {
        text.map(String::strip).filter(value -> !value.isEmpty()).ifPresent(value -> texts.put(name, value));
    }

    /** Omits the secrets, which must not get into a log. */
    @Override
    public String toString() {
        return "own Apps: " + oauth.keySet() + ", " + app.keySet();
    }
}
