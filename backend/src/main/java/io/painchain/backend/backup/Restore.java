package io.painchain.backend.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import io.painchain.backend.keys.KeyFiles;
import io.painchain.backend.postgres.DatabaseAccess;
import io.painchain.backend.process.Console;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

/** Restores all rows in one transaction, after migrating the schema to the backup's version. */
public final class Restore {

    private static final int CONNECT_SECONDS = 10;

    private final DatabaseAccess access;
    private final KeyFiles keys;

    public Restore(DatabaseAccess access, KeyFiles keys) {
        this.access = access;
        this.keys = keys;
    }

    public void readFrom(Path file, boolean replace) {
        try {
            BackupReader backup = BackupReader.verified(file);
            requireKeysCanBePut(backup);
            try (Connection connection = access.connect(CONNECT_SECONDS)) {
                prepare(connection, backup.manifest(), replace);
                load(connection, backup);
            }
            for (Manifest.Key key : backup.manifest().keys()) {
                keys.put(key.name(), backup.key(key));
            }
            Console.say("Restored %d rows of %d tables and %d keys from %s.".formatted(backup.manifest().rows(),
                    backup.manifest().tables().size(), backup.manifest().keys().size(), file));
        } catch (IOException | SQLException e) {
            throw refused("The restore of %s failed and changed nothing: %s".formatted(file, e.getMessage()), e);
        }
    }

    private void requireKeysCanBePut(BackupReader backup) throws IOException {
        for (Manifest.Key key : backup.manifest().keys()) {
            if (!keys.canPut(key.name(), backup.key(key))) {
                throw refused(
                        "The environment gives another %s than the backup's, and it cannot be changed from here: put the backup's in place first (unzip -p FILE %s)."
                                .formatted(key.name(), key.entry()),
                        null);
            }
        }
    }

    private void prepare(Connection connection, Manifest manifest, boolean replace) throws SQLException {
        Schema schema = new Schema(connection);
        requireNoBackend(connection);
        Optional<String> version = schema.version();
        boolean empty = version.isEmpty() || schema.isEmpty();
        if (!empty && !replace) {
            throw refused("There is data in %s already: restore with --replace to put the backup in its place."
                    .formatted(access), null);
        }
        if (version.isPresent() && version.get().equals(manifest.schemaVersion())) {
            return;
        }
        if (!empty) {
            throw refused("The schema here is of version %s, the backup's of %s: restore into an empty database."
                    .formatted(version.get(), manifest.schemaVersion()), null);
        }
        Migrations migrations = new Migrations(access);
        if (version.isPresent()) {
            migrations.undoAll();
        }
        migrations.applyUpTo(manifest.schemaVersion());
    }

    private static void requireNoBackend(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name LIKE 'painchain-backend%'""");
                ResultSet row = statement.executeQuery()) {
            row.next();
            if (row.getLong(1) > 0) {
                throw refused("A backend uses this database: end it first.", null);
            }
        }
    }

    private static void load(Connection connection, BackupReader backup) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (Manifest.Table table : backup.manifest().tables()) {
                statement.execute("ALTER TABLE " + table.name() + " DISABLE TRIGGER USER");
                statement.execute("TRUNCATE " + table.name() + " CASCADE");
            }
            for (Manifest.Table table : backup.manifest().tables()) {
                long rows = backup.load(connection, table);
                if (rows != table.rows()) {
                    throw refused("Table %s took %d of %d rows.".formatted(table.name(), rows, table.rows()), null);
                }
            }
            for (Manifest.Sequence sequence : backup.manifest().sequences()) {
                statement.execute("SELECT setval('%s', %d)".formatted(sequence.name(), sequence.lastValue()));
            }
            for (Manifest.Table table : backup.manifest().tables()) {
                statement.execute("ALTER TABLE " + table.name() + " ENABLE TRIGGER USER");
            }
        }
        connection.commit();
    }

    private static StartupFailure refused(String sentence, Exception cause) {
        return new StartupFailure(ExitStatus.BACKUP_REFUSED, sentence, cause);
    }
}
