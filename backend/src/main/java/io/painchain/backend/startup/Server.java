package io.painchain.backend.startup;

import java.util.Optional;

import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.postgres.DatabaseAccess;
import io.painchain.backend.postgres.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;

final class Server {

    private Server() {
    }

    static void run(DatabaseSettings settings) {
        Optional<DatabaseAccess> external = settings.external();
        if (external.isPresent()) {
            DatabaseWait.until(external.get(), settings.timeout());
            Datasource.use(external.get());
            Quarkus.run();
            return;
        }
        settings.requireEmbedded();
        runOnEmbedded(settings);
    }

    private static void runOnEmbedded(DatabaseSettings settings) {
        EmbeddedDatabase database = EmbeddedDatabase.start(DataFolder.at(settings.dataFolder()), settings.programs());
        CloseAfterQuarkus.register(database);
        Datasource.useEmbedded(database.access());
        Quarkus.run();
        // Only in development mode, where a reload ends this run and not the process.
        database.close();
    }
}
