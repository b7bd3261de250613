package io.painchain.backend.startup;

import org.eclipse.microprofile.config.ConfigProvider;

import io.painchain.backend.postgres.DatabaseAccess;

/** {@code painchain audit verify} on the tests' database. */
public final class AuditVerifying {

    private AuditVerifying() {
    }

    public static void run() {
        AuditVerification.of(database());
    }

    static DatabaseAccess database() {
        var config = ConfigProvider.getConfig();
        return new DatabaseAccess(config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
