package io.painchain.backend.startup;

import io.painchain.backend.postgres.DatabaseAccess;

final class Datasource {

    private Datasource() {
    }

    /** Marked as ours: a development reload keeps system properties and would take it for configured. */
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
