package io.painchain.github.auth;

import java.util.Map;

public final class CredentialsParser {

    private CredentialsParser() {
    }

    public static Credentials parse(Map<String, Object> config) {
        String appId = text(config.get("appId"));
        if (!appId.isEmpty()) {
            return app(appId, config);
        }
        String token = text(config.get("token"));
        if (!token.matches("[!-~]+")) {
            throw new IllegalArgumentException("No usable token: enter a GitHub personal access token, or a GitHub App's"
                    + " appId, privateKey and installationId");
        }
        return new AccessToken(token);
    }

    private static AppCredentials app(String appId, Map<String, Object> config) {
        if (!appId.matches("[A-Za-z0-9.]{1,100}")) {
            throw new IllegalArgumentException("appId must be the App's id or client id, as its page shows it");
        }
        String installation = text(config.get("installationId"));
        if (!installation.matches("[1-9]\\d{0,17}")) {
            throw new IllegalArgumentException("installationId must be the number at the end of the installation's address,"
                    + " https://github.com/settings/installations/…");
        }
        return new AppCredentials(appId, PrivateKeys.parse(text(config.get("privateKey"))), Long.parseLong(installation));
    }

    private static String text(Object value) {
        return value instanceof String || value instanceof Integer || value instanceof Long ? value.toString().strip() : "";
    }
}
