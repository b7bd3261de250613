package io.painchain.backend.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.eclipse.microprofile.config.Config;

import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.datafolder.SecretSource;
import io.painchain.backend.postgres.Passwords;
import io.painchain.backend.process.Console;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;
import io.painchain.backend.security.ConnectorKey;
import io.painchain.backend.security.Keyset;

public final class KeyFiles {

    private static final String KEYSET = "keyset";
    private static final String CONNECTOR_KEY = "connector-key";
    private static final String DATABASE_PASSWORD = "database-password";
    private static final String DATABASE_PASSWORD_BEFORE = "database-password.before-change";

    private final Config config;
    private final SecretSource secrets;
    private final DataFolder folder;

    public KeyFiles(Config config, SecretSource secrets, DataFolder folder) {
        this.config = config;
        this.secrets = secrets;
        this.folder = folder;
    }

    public void createAll() {
        folder.createOnce(KEYSET, () -> Keyset.generate().toJson());
        folder.createOnce(CONNECTOR_KEY, ConnectorKey::generate);
        givenDatabasePassword().ifPresentOrElse(
                this::keepDatabasePassword,
                () -> folder.createOnce(DATABASE_PASSWORD, Passwords::generate));
        Console.say("The keys are in " + folder.path() + ".");
    }

    /** Word for word: a dollar sign in it names no other setting. Whoever reads the file drops spaces at its ends. */
    private Optional<String> givenDatabasePassword() {
        return Optional.ofNullable(config.getConfigValue("db.password").getRawValue()).map(String::strip)
                .filter(password -> !password.isEmpty());
    }

    /** An existing database keeps the password that it was created with. */
    private void keepDatabasePassword(String given) {
        Optional<String> before = folder.read(DATABASE_PASSWORD).filter(password -> !password.equals(given));
        before.ifPresent(password -> {
            folder.replace(DATABASE_PASSWORD_BEFORE, password);
            Console.say(
                    "DB_PASSWORD is another than before. A database that is there already still has the earlier one (kept in %s): tell it the new one (docker-compose exec db psql -U postgres -c \"ALTER ROLE painchain PASSWORD '…'\"), or set the earlier one. Until then the backend ends with exit code 4."
                            .formatted(folder.file(DATABASE_PASSWORD_BEFORE)));
        });
        folder.replace(DATABASE_PASSWORD, given);
    }

    public void changeKeyset(String change) {
        UnaryOperator<Keyset> step = switch (change) {
            case "add" -> Keyset::withNewKey;
            case "promote" -> Keyset::withNewestKeyFirst;
            case "prune" -> Keyset::withPrimaryKeyOnly;
            default -> throw new StartupFailure(ExitStatus.USAGE, "keyset needs one argument: add, promote or prune.");
        };
        Path file = keysetFile();
        DataFolder home = DataFolder.at(file.toAbsolutePath().getParent());
        String name = file.getFileName().toString();
        Keyset before = Keyset.parse(home.read(name).orElseThrow(
                () -> new StartupFailure(ExitStatus.USAGE, "There is no keyset in %s yet.".formatted(file))));
        Keyset after = step.apply(before);
        home.replace(name, after.toJson());
        Console.say("The keyset in %s has %d keys now.".formatted(file, after.size()));
    }

    public Map<String, String> current() {
        Map<String, String> keys = new TreeMap<>();
        for (String name : new String[] { CONNECTOR_KEY, KEYSET }) {
            secrets.given(name).or(() -> folder.read(name)).ifPresent(key -> keys.put(name, key));
        }
        return keys;
    }

    /** False where the environment gives another value, or names a file that is not writable. */
    public boolean canPut(String name, String key) {
        if (current().getOrDefault(name, "").equals(key)) {
            return true;
        }
        return !givenByValue(name) && Files.isWritable(file(name).toAbsolutePath().getParent());
    }

    /** Keeps the previous file beside it. */
    public void put(String name, String key) {
        String before = current().get(name);
        if (key.equals(before)) {
            return;
        }
        Path file = file(name);
        DataFolder home = DataFolder.at(file.toAbsolutePath().getParent());
        if (before != null) {
            home.replace(file.getFileName() + ".before-restore", before);
        }
        home.replace(file.getFileName().toString(), key);
    }

    private Path keysetFile() {
        if (givenByValue(KEYSET)) {
            throw new StartupFailure(ExitStatus.USAGE,
                    "PAINCHAIN_KEYSET gives the keyset by value: only one in a file can be changed here.");
        }
        return file(KEYSET);
    }

    private boolean givenByValue(String name) {
        return config.getOptionalValue("painchain." + name, String.class).isPresent();
    }

    private Path file(String name) {
        return config.getOptionalValue("painchain." + name + ".file", Path.class).orElseGet(() -> folder.file(name));
    }
}
