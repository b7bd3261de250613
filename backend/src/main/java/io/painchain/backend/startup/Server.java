package io.painchain.backend.startup;

import java.util.Optional;

import org.eclipse.microprofile.config.ConfigProvider;

import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.postgres.DatabaseAccess;
import io.painchain.backend.postgres.EmbeddedDatabase;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;
import io.quarkus.runtime.Quarkus;

/** Runs the backend on the configured database, or on one of its own. */
final class Server {

    private Server() {
    }

    static void run() {
        DatabaseSettings settings = new DatabaseSettings(ConfigProvider.getConfig());
        Optional<DatabaseAccess> external = settings.external();
        if (external.isPresent()) {
            DatabaseWait.until(external.get(), settings.patience());
            Datasource.use(external.get());
            Quarkus.run();
            return;
        }
        if (!settings.embeddedAllowed()) {
            throw new StartupFailure(ExitStatus.DATASOURCE_MISSING,
                    "No database is configured: set QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD (or PAINCHAIN_DATABASE_PASSWORD_FILE).");
        }
        runOnEmbedded(settings);
    }

    private static void runOnEmbedded(DatabaseSettings settings) {
        EmbeddedDatabase database = EmbeddedDatabase.start(DataFolder.at(settings.dataFolder()), settings.programs());
        CloseAfterQuarkus.register(database);
        Datasource.use(database.access());
        Quarkus.run();
        // Reached in development mode only, where a reload ends this run and not the process.
        database.close();
    }
}
