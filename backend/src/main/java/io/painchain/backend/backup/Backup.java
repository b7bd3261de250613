package io.painchain.backend.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.painchain.backend.keys.KeyFiles;
import io.painchain.backend.postgres.DatabaseAccess;
import io.painchain.backend.process.Console;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

/** Saves database and keys in one file, tables as rows of one snapshot, so that another server can take them. */
public final class Backup {

    private static final int CONNECT_SECONDS = 10;

    private final DatabaseAccess access;
    private final KeyFiles keys;

    public Backup(DatabaseAccess access, KeyFiles keys) {
        this.access = access;
        this.keys = keys;
    }

    public void writeTo(Path file) {
        if (Files.exists(file)) {
            throw new StartupFailure(ExitStatus.BACKUP_REFUSED, "%s is there already: name another file.".formatted(file));
        }
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            try (BackupWriter writer = BackupWriter.to(partial)) {
                write(writer);
            }
            Manifest manifest = BackupReader.verified(partial).manifest();
            // Without the option to replace: what appeared meanwhile is not ours to overwrite.
            Files.move(partial, file);
            Console.say("Saved %d rows of %d tables and %d keys in %s, and read them back. The keys are in clear: keep it safe."
                    .formatted(manifest.rows(), manifest.tables().size(), manifest.keys().size(), file));
        } catch (IOException | SQLException e) {
            throw new StartupFailure(ExitStatus.BACKUP_REFUSED,
                    "The backup %s failed: %s".formatted(file, e.getMessage()), e);
        } finally {
            deleteQuietly(partial);
        }
    }

    private void write(BackupWriter writer) throws SQLException, IOException {
        try (Connection connection = access.connect(CONNECT_SECONDS)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            Schema schema = new Schema(connection);
            String version = schema.version().orElseThrow(() -> new StartupFailure(ExitStatus.BACKUP_REFUSED,
                    "There is nothing to save: no backend has used this database yet."));
            List<Manifest.Table> tables = new ArrayList<>();
            for (String table : schema.tables()) {
                tables.add(writer.table(connection, table, schema.columns(table), !schema.isTransient(table)));
            }
            List<Manifest.Key> saved = new ArrayList<>();
            for (Map.Entry<String, String> key : keys.current().entrySet()) {
                saved.add(writer.key(key.getKey(), key.getValue()));
            }
            writer.manifest(new Manifest(Manifest.FORMAT, version, tables, schema.sequences(), saved));
            connection.rollback();
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Console.say("%s could not be deleted: %s".formatted(file, e.getMessage()));
        }
    }
}
