package io.painchain.backend.backup;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import io.painchain.backend.postgres.DatabaseAccess;

/** The schema's migrations, applied without the server around them. */
final class Migrations {

    private final DatabaseAccess access;

    Migrations(DatabaseAccess access) {
        this.access = access;
    }

    /** For a database without rows: drops what the migrations made. */
    void undoAll() {
        configuration().cleanDisabled(false).load().clean();
    }

    void applyUpTo(String version) {
        configuration().target(MigrationVersion.fromVersion(version)).load().migrate();
    }

    private FluentConfiguration configuration() {
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(access.url(), access.username(), access.password())
                .locations("classpath:db/migration");
    }
}
