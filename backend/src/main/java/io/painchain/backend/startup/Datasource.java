package io.painchain.backend.startup;

import io.painchain.backend.postgres.DatabaseAccess;

/** Hands a database over to Quarkus. */
final class Datasource {

    private Datasource() {
    }

    /** Marked, so that a reload in development, which keeps system properties, does not take it for one configured. */
    static void useEmbedded(DatabaseAccess access) {
        set(DatabaseSettings.EMBEDDED_URL, access.url());
        use(access);
    }

    static void use(DatabaseAccess access) {
        set(DatabaseSettings.URL, access.url());
        set(DatabaseSettings.USERNAME, access.username());
        set(DatabaseSettings.PASSWORD, access.password());
    }

    private static void set(String key, String value) {
        if (value != null) {
            System.setProperty(key, value);
        }
    }
}
