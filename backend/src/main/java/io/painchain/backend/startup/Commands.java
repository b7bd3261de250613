package io.painchain.backend.startup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.microprofile.config.Config;

import io.painchain.backend.backup.Backup;
import io.painchain.backend.backup.Restore;
import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.datafolder.SecretSource;
import io.painchain.backend.keys.KeyFiles;
import io.painchain.backend.postgres.DatabaseAccess;
import io.painchain.backend.postgres.EmbeddedDatabase;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

final class Commands {

    private final DatabaseSettings settings;
    private final DataFolder folder;
    private final KeyFiles keys;

    Commands(Config config) {
        this.settings = new DatabaseSettings(config);
        this.folder = DataFolder.at(settings.dataFolder());
        this.keys = new KeyFiles(config, new SecretSource(config, folder), folder);
    }

    void createKeys() {
        keys.createAll();
    }

    void changeKeyset(List<String> arguments) {
        String change = arguments.size() == 1 ? arguments.get(0) : "";
        keys.changeKeyset(change);
    }

    void createKey(List<String> arguments) {
        KeyCreation key = KeyCreation.of(arguments);
        onDatabase(EmbeddedDatabase.running(folder), key::on);
    }

    void audit(List<String> arguments) {
        if (!arguments.equals(List.of("verify"))) {
            throw new StartupFailure(ExitStatus.USAGE, "audit needs what to do: verify.");
        }
        onDatabase(EmbeddedDatabase.running(folder), AuditVerification::of);
    }

    void backup(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new StartupFailure(ExitStatus.USAGE, "backup needs one argument: the file to write.");
        }
        Path file = Path.of(arguments.get(0));
        onDatabase(EmbeddedDatabase.running(folder), access -> new Backup(access, keys).writeTo(file));
    }

    void restore(List<String> arguments) {
        boolean replace = arguments.contains("--replace");
        List<String> files = arguments.stream().filter(argument -> !argument.equals("--replace")).toList();
        if (files.size() != 1) {
            throw new StartupFailure(ExitStatus.USAGE,
                    "restore needs the file to read, and --replace where there is data already.");
        }
        Path file = Path.of(files.get(0));
        onDatabase(Optional.empty(), access -> new Restore(access, keys).readFrom(file, replace));
    }

    /** On the configured database, else on the embedded one, started if necessary. */
    private void onDatabase(Optional<DatabaseAccess> running, Consumer<DatabaseAccess> work) {
        Optional<DatabaseAccess> access = settings.external();
        if (access.isEmpty() && settings.embeddedAllowed()) {
            access = running;
        }
        if (access.isPresent()) {
            DatabaseWait.until(access.get(), settings.timeout());
            work.accept(access.get());
            return;
        }
        settings.requireEmbedded();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, settings.programs())) {
            work.accept(database.access());
        }
    }
}
