package io.painchain.backend.startup;

import java.nio.file.Files;
import java.util.Optional;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import io.painchain.backend.authmode.AuthMode;
import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.oidc.OidcSettings;
import io.painchain.backend.postgres.DatabaseAccess;
import io.painchain.backend.postgres.EmbeddedDatabase;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

final class Server {

    private static final Logger LOG = Logger.getLogger(Server.class);

    /** Quarkus' own: it serves until the process is told to end. */
    private static final Class<? extends QuarkusApplication> UNTIL_STOPPED = null;

    private final DatabaseSettings settings;

    Server(DatabaseSettings settings) {
        this.settings = settings;
    }

    void run() {
        run(UNTIL_STOPPED);
    }

    /** Only where there is no data yet, as it leaves events behind. */
    void rehearse() {
        if (settings.external().isEmpty() && Files.exists(settings.dataFolder().resolve("database"))) {
            throw new StartupFailure(ExitStatus.USAGE,
                    "rehearse stores events of its own: let PAINCHAIN_DATA name an empty folder.");
        }
        System.setProperty(AuthMode.SETTING, "open");
        run(Rehearsal.class);
    }

    private void run(Class<? extends QuarkusApplication> application) {
        var config = ConfigProvider.getConfig();
        if (AuthMode.of(config).hasOidc()) {
            OidcSettings.of(config);
        }
        Optional<DatabaseAccess> external = settings.external();
        if (external.isPresent()) {
            DatabaseWait.until(external.get(), settings.timeout());
            Datasource.use(external.get());
            Quarkus.run(application);
            return;
        }
        settings.requireEmbedded();
        runOnEmbedded(application);
    }

    private void runOnEmbedded(Class<? extends QuarkusApplication> application) {
        EmbeddedDatabase database = EmbeddedDatabase.begin(DataFolder.at(settings.dataFolder()), settings.programs());
        CloseAfterQuarkus.register(database);
        prepareQuarkus();
        Datasource.useEmbedded(database.access());
        Quarkus.run(application);
        // Only in development mode, where a reload ends this run and not the process.
        database.close();
    }

    /** The part of its start that needs neither settings nor database; the database comes up meanwhile. */
    private static void prepareQuarkus() {
        try {
            Class.forName(Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            // Started by an IDE, for which Quarkus generates it later.
            LOG.debug("Quarkus is not prepared beforehand", e);
        }
    }
}
