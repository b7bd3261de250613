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
    private final Postmaster postmaster;
    private final DatabaseAccess access;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(FolderLock lock, Postmaster postmaster, DatabaseAccess access) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.access = access;
    }

    public static EmbeddedDatabase start(DataFolder folder, Path programs) {
        FolderLock lock = FolderLock.acquire(folder);
        try {
            PostgresBinaries binaries = PostgresBinaries.installedIn(programs);
            DataFolder files = folder.folder(FOLDER);
            PostgresCluster cluster = new PostgresCluster(files, binaries);
            cluster.prepare();
            Postmaster postmaster = new Postmaster(binaries, cluster);
            int port = postmaster.start();
            DatabaseAccess access = ApplicationDatabase.of(files, port).ensure();
            LOG.infof("Embedded database in %s, port %d", cluster.data(), port);
            return new EmbeddedDatabase(lock, postmaster, access);
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

    public DatabaseAccess access() {
        return access;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            postmaster.stop();
            lock.close();
        }
    }
}
