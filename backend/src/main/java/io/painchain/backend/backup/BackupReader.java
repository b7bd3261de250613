package io.painchain.backend.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.postgresql.PGConnection;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

/** A backup whose every entry was checked against its manifest before use. */
final class BackupReader {

    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final Manifest manifest;

    private BackupReader(Path file, Manifest manifest) {
        this.file = file;
        this.manifest = manifest;
    }

    static BackupReader verified(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(file, zip);
            for (Manifest.Table table : manifest.tables()) {
                verify(file, zip, table.entry(), table.sha256(), table.rows());
            }
            for (Manifest.Key key : manifest.keys()) {
                verify(file, zip, key.entry(), key.sha256(), 0);
            }
            return new BackupReader(file, manifest);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    String key(Manifest.Key key) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile()); InputStream content = zip.getInputStream(zip.getEntry(key.entry()))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    long load(Connection connection, Manifest.Table table) throws IOException, SQLException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream content = zip.getInputStream(zip.getEntry(table.entry()))) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                    "COPY %s (%s) FROM STDIN".formatted(table.name(), String.join(", ", table.columns())), content, BUFFER);
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw damaged(file, "it has no manifest");
        }
        try (InputStream content = zip.getInputStream(entry)) {
            Manifest manifest = new ObjectMapper().readValue(content, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw damaged(file, "its format %d is not known here".formatted(manifest.format()));
            }
            return manifest;
        }
    }

    /** COPY's text format has one line per row: it escapes line breaks within values. */
    private static void verify(Path file, ZipFile zip, String name, String sha256, long rows) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(file, name + " is missing");
        }
        MessageDigest digest = Digests.sha256();
        long lines = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream content = zip.getInputStream(entry)) {
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                digest.update(buffer, 0, length);
                lines += lineBreaks(buffer, length);
            }
        }
        if (!Digests.hex(digest).equals(sha256) || lines != rows) {
            throw damaged(file, name + " is not as it was written");
        }
    }

    private static long lineBreaks(byte[] buffer, int length) {
        long count = 0;
        for (int i = 0; i < length; i++) {
            count += buffer[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    private static StartupFailure damaged(Path file, String why) {
        return new StartupFailure(ExitStatus.BACKUP_REFUSED, "%s is no whole backup: %s.".formatted(file, why));
    }
}
