package io.painchain.backend.datafolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

/** Keeps a second backend away from a data folder. The operating system releases the lock when the process dies. */
public final class FolderLock implements AutoCloseable {

    private static final String NAME = "lock";
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 100;

    /** Closing any channel to a file releases all locks of this process on it. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    public static FolderLock acquire(DataFolder folder) {
        Path file = folder.file(NAME);
        if (!HELD.add(file)) {
            throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            folder.createOnce(NAME, () -> "");
            return new FolderLock(file, locked(folder)).signed();
        } catch (IOException e) {
            HELD.remove(file);
            throw new StartupFailure(ExitStatus.FOLDER_UNUSABLE,
                    "The file %s cannot be locked: %s".formatted(file, e.getMessage()), e);
        } catch (RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static FileChannel locked(DataFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.file(NAME), StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw inUse(folder, folder.read(NAME).orElse(""));
        }
        return channel.truncate(0);
    }

    /** Retries: checking the lock holds it briefly itself, and a reloaded backend releases it soon. */
    private static boolean locked(FileChannel channel) throws IOException {
        for (int attempt = 1; channel.tryLock() == null; attempt++) {
            if (attempt == ATTEMPTS) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static boolean isHeld(DataFolder folder) {
        Path file = folder.file(NAME);
        if (HELD.contains(file)) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FolderLock signed() throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        return this;
    }

    private static StartupFailure inUse(DataFolder folder, String pid) {
        String holder = pid.isEmpty() ? "" : " (process " + pid + ")";
        return new StartupFailure(ExitStatus.FOLDER_IN_USE,
                "Another PainChain backend%s already uses the data folder %s: end it first, or set PAINCHAIN_DATA to another folder."
                        .formatted(holder, folder.path()));
    }

    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                channel.truncate(0);
                channel.close();
                HELD.remove(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
