package io.painchain.backend.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

/** The server process: started, stopped, and ended where a killed backend left it. */
final class Postmaster {

    private static final Logger LOG = Logger.getLogger(Postmaster.class);

    /** A free port may be taken meanwhile, and children of a killed server end late. */
    private static final int ATTEMPTS = 5;

    /** Recovery after a crash replays changes since the last checkpoint. */
    private static final int START_SECONDS = 300;
    private static final int STOP_SECONDS = 60;

    private final PostgresBinaries binaries;
    private final PostgresCluster cluster;
    private int port;
    private ToolRun.Pending beginning;

    Postmaster(PostgresBinaries binaries, PostgresCluster cluster) {
        this.binaries = binaries;
        this.cluster = cluster;
    }

    /** The server comes up while its caller does something else. */
    void begin() {
        endStale();
        beginAtFreePort();
    }

    /** @return the port at which the server takes connections */
    int await() {
        ToolRun run = beginning.await();
        for (int attempt = 1; run.failed() && attempt < ATTEMPTS; attempt++) {
            LOG.warnf("The embedded database did not start (attempt %d of %d)", attempt, ATTEMPTS);
            beginAtFreePort();
            run = beginning.await();
        }
        if (run.failed()) {
            throw new StartupFailure(ExitStatus.FOLDER_UNUSABLE, "The embedded database does not start, see %s: %s"
                    .formatted(cluster.logs(), cluster.lastOutput().orElse(run.output())));
        }
        return port;
    }

    private void beginAtFreePort() {
        port = freePort();
        beginning = ToolRun.begin(binaries.command("pg_ctl", "start",
                "--pgdata=" + cluster.data(),
                "--log=" + cluster.serverOutput(),
                "--options=" + ServerSettings.options(port, cluster.logs()),
                "--wait", "--timeout=" + START_SECONDS), cluster.toolOutput());
    }

    /** Fast: clients are disconnected, transactions rolled back, commits on disk. */
    void stop() {
        if (beginning != null) {
            beginning.await();
        }
        ToolRun run = ToolRun.of(binaries.command("pg_ctl", "stop",
                "--pgdata=" + cluster.data(),
                "--mode=fast",
                "--wait", "--timeout=" + STOP_SECONDS), cluster.toolOutput());
        if (run.failed()) {
            LOG.warnf("The embedded database did not stop: %s", run.output());
        }
    }

    private void endStale() {
        Optional<PostmasterFile> file = PostmasterFile.of(cluster.data());
        if (file.isEmpty()) {
            return;
        }
        if (file.get().isServerOf(cluster.data())) {
            LOG.infof("Ending the database server (process %d) that an earlier backend left behind", file.get().pid());
            stop();
        } else {
            delete(file.get().path());
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (NoSuchFileException e) {
            LOG.debugf("%s is gone already", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port for the embedded database", e);
        }
    }

}
