package io.painchain.backend.datafolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The folder for keys and the embedded database: folders 0700, files 0600. Files appear whole or not at all, and are on
 * disk when a method returns.
 */
public final class DataFolder {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER = ownerOnly("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE = ownerOnly("rw-------");

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    public static DataFolder at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute, OWNER_FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + absolute + " cannot be created", e);
        }
        return new DataFolder(absolute);
    }

    public Path path() {
        return path;
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    public DataFolder folder(String name) {
        return at(path.resolve(name));
    }

    /** Without the line break that an editor leaves at the end. */
    public Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(file(name)).stripTrailing());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file(name) + " cannot be read", e);
        }
    }

    /** Creates the file where it is missing. Of several processes one does, and all get its text. */
    public String createOnce(String name, Supplier<String> content) {
        return read(name).orElseGet(() -> {
            create(name, content.get());
            return read(name).orElseThrow();
        });
    }

    public void replace(String name, String content) {
        try {
            Path written = write(name, content);
            Files.move(written, file(name), StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file(name) + " cannot be written", e);
        }
    }

    private void create(String name, String content) {
        try {
            Path written = write(name, content);
            try {
                linkUnlessThere(written, file(name));
            } finally {
                Files.deleteIfExists(written);
            }
            forceFolder();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file(name) + " cannot be created", e);
        }
    }

    /** A hard link shows the whole file at once and fails where another process was first. */
    private static void linkUnlessThere(Path written, Path target) throws IOException {
        try {
            Files.createLink(target, written);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException | UnsupportedOperationException e) {
            moveUnlessThere(written, target);
        }
    }

    /** For file systems without hard links; the check alone separates two processes. */
    private static void moveUnlessThere(Path written, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        try {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(written, target);
        }
    }

    private Path write(String name, String content) throws IOException {
        Path temporary = file("." + name + "." + UUID.randomUUID());
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(temporary, options, OWNER_FILE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return temporary;
    }

    private void forceFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
