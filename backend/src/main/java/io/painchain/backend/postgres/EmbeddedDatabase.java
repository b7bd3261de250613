package io.painchain.backend.postgres;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.datafolder.FolderLock;

/** A durable PostgreSQL server in the data folder: loopback only, passwords readable by the folder's owner. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final String FOLDER = "database";

    private final FolderLock lock;
    private final DataFolder files;
    private final Postmaster postmaster;
    private final AtomicBoolean closed = new AtomicBoolean();
    private DatabaseAccess access;

    private EmbeddedDatabase(FolderLock lock, DataFolder files, Postmaster postmaster) {
        this.lock = lock;
        this.files = files;
        this.postmaster = postmaster;
    }

    public static EmbeddedDatabase start(DataFolder folder, Path programs) {
        EmbeddedDatabase database = begin(folder, programs);
        database.access();
        return database;
    }

    /** The server comes up by itself meanwhile; {@link #access()} waits for it. */
    public static EmbeddedDatabase begin(DataFolder folder, Path programs) {
        FolderLock lock = FolderLock.acquire(folder);
        try {
            PostgresBinaries binaries = PostgresBinaries.installedIn(programs);
            DataFolder files = folder.folder(FOLDER);
            PostgresCluster cluster = new PostgresCluster(files, binaries);
            cluster.prepare();
            Postmaster postmaster = new Postmaster(binaries, cluster);
            postmaster.begin();
            return new EmbeddedDatabase(lock, files, postmaster);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public static Optional<DatabaseAccess> running(DataFolder folder) {
        if (!FolderLock.isHeld(folder)) {
            return Optional.empty();
        }
        DataFolder files = folder.folder(FOLDER);
        return PostmasterFile.of(files.file("data"))
                .flatMap(PostmasterFile::port)
                .map(port -> ApplicationDatabase.of(files, port).access());
    }

    public synchronized DatabaseAccess access() {
        if (access == null) {
            access = awaited();
        }
        return access;
    }

    private DatabaseAccess awaited() {
        try {
            int port = postmaster.await();
            LOG.infof("Embedded database in %s, port %d", files.file("data"), port);
            return ApplicationDatabase.of(files, port).ensure();
        } catch (RuntimeException e) {
            closed.set(true);
            lock.close();
            throw e;
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            postmaster.stop();
            lock.close();
        }
    }
}
