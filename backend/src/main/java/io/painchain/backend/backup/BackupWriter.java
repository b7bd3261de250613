package io.painchain.backend.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.postgresql.PGConnection;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A zip file, readable by its owner only: one COPY-format entry per table, one entry per key, then the manifest. */
final class BackupWriter implements AutoCloseable {

    private final FileChannel channel;
    private final ZipOutputStream zip;

    private BackupWriter(FileChannel channel) {
        this.channel = channel;
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    }

    static BackupWriter to(Path file) throws IOException {
        Files.deleteIfExists(file);
        return new BackupWriter(FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
    }

    Manifest.Table table(Connection connection, String name, List<String> columns, boolean withRows)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(new Manifest.Table(name, columns, 0, "").entry()));
        MessageDigest digest = Digests.sha256();
        OutputStream output = new DigestOutputStream(zip, digest);
        long rows = connection.unwrap(PGConnection.class).getCopyAPI()
                .copyOut("COPY (SELECT %s FROM %s WHERE %b) TO STDOUT".formatted(String.join(", ", columns), name, withRows),
                        output);
        zip.closeEntry();
        return new Manifest.Table(name, columns, rows, Digests.hex(digest));
    }

    Manifest.Key key(String name, String key) throws IOException {
        Manifest.Key entry = new Manifest.Key(name, Digests.of(key));
        zip.putNextEntry(new ZipEntry(entry.entry()));
        zip.write(key.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return entry;
    }

    void manifest(Manifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.finish();
        zip.flush();
        channel.force(true);
        zip.close();
    }
}
