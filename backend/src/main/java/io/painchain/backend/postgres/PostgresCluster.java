package io.painchain.backend.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

/** PostgreSQL's files in {@code data}, passwords and logs beside it. */
final class PostgresCluster {

    static final String ADMINISTRATOR = "postgres";
    static final String ADMINISTRATOR_PASSWORD = "administrator-password";

    private static final Logger LOG = Logger.getLogger(PostgresCluster.class);

    private final DataFolder folder;
    private final PostgresBinaries binaries;

    PostgresCluster(DataFolder folder, PostgresBinaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
    }

    Path data() {
        return folder.file("data");
    }

    Path logs() {
        return folder.folder("log").path();
    }

    Path toolOutput() {
        return logs().resolve("start.log");
    }

    Path serverOutput() {
        return logs().resolve("server.log");
    }

    Optional<String> lastOutput() {
        return folder.read("log/server.log").flatMap(
                text -> text.lines().filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                        .reduce((earlier, later) -> later));
    }

    void prepare() {
        if (Files.exists(data())) {
            requireOwnVersion();
        } else {
            initialise();
        }
    }

    private void requireOwnVersion() {
        Optional<String> written = folder.read("data/PG_VERSION");
        if (written.isEmpty()) {
            throw new StartupFailure(ExitStatus.FOLDER_UNUSABLE,
                    "%s holds no PostgreSQL database: move it away, or restore a backup.".formatted(data()));
        }
        if (!written.get().equals(binaries.majorVersion())) {
            throw new StartupFailure(ExitStatus.FOLDER_UNUSABLE,
                    "The database in %s was written by PostgreSQL %s, and this PainChain brings PostgreSQL %s, which cannot open it: back it up with the PainChain that wrote it (painchain backup FILE), then restore it here (painchain restore FILE)."
                            .formatted(data(), written.get(), binaries.majorVersion()));
        }
    }

    /** Initialised aside and moved, so that an interrupted start leaves nothing partial. */
    private void initialise() {
        LOG.infof("Creating the embedded database in %s", data());
        folder.createOnce(ADMINISTRATOR_PASSWORD, Passwords::generate);
        Path aside = folder.file("data.initialising");
        TarXz.deleteQuietly(aside);
        ToolRun run = ToolRun.of(binaries.command("initdb",
                "--pgdata=" + aside,
                "--username=" + ADMINISTRATOR,
                "--pwfile=" + folder.file(ADMINISTRATOR_PASSWORD),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The server's own collation: the same order on every system.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--text-search-config=simple",
                "--no-instructions"), toolOutput());
        if (run.failed()) {
            throw new StartupFailure(ExitStatus.FOLDER_UNUSABLE,
                    "The embedded database cannot be created in %s: %s".formatted(data(), run.output()));
        }
        try {
            Files.move(aside, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartupFailure(ExitStatus.FOLDER_UNUSABLE,
                    "The embedded database cannot be moved to %s: %s".formatted(data(), e.getMessage()), e);
        }
    }
}
