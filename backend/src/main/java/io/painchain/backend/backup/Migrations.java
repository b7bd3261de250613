package io.painchain.backend.backup;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import io.painchain.backend.postgres.DatabaseAccess;

final class Migrations {

    private final DatabaseAccess access;

    Migrations(DatabaseAccess access) {
        this.access = access;
    }

    /** Only for a database without rows. */
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
