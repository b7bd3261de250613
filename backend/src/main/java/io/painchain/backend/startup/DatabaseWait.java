package io.painchain.backend.startup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import io.painchain.backend.postgres.DatabaseAccess;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.logging.LoggingSetupRecorder;

/** Waits, for a limited time, for a database that starts later than the backend. */
final class DatabaseWait {

    private static final Logger LOG = Logger.getLogger(DatabaseWait.class);
    private static final int CONNECT_SECONDS = 5;
    private static final String WRONG_PASSWORD = "28P01";
    private static final long PAUSE_SECONDS = 2;
    private static final int OLDEST_VERSION = 15;
    private static final int VERSIONS_IN_NUMBER = 10_000;

    private DatabaseWait() {
    }

    static void until(DatabaseAccess access, Duration timeout) {
        long start = System.nanoTime();
        for (Optional<SQLException> failure = attempt(access); failure.isPresent(); failure = attempt(access)) {
            String reason = failure.get().getMessage();
            if (System.nanoTime() - start >= timeout.toNanos()) {
                throw new StartupFailure(ExitStatus.DATABASE_UNREACHABLE,
                        "The database %s was not reachable within %d s: %s".formatted(access, timeout.toSeconds(), reason)
                                + advice(failure.get()),
                        failure.get());
            }
            showLogsNow();
            LOG.warnf("Waiting for the database %s: %s", access, reason);
            pause();
        }
    }

    static String advice(SQLException failure) {
        return WRONG_PASSWORD.equals(failure.getSQLState())
                ? ". The database has another password than is configured: change it there (ALTER ROLE … PASSWORD) or here (DB_PASSWORD of docker-compose, else the file or Secret)."
                : "";
    }

    private static Optional<SQLException> attempt(DatabaseAccess access) {
        try (Connection connection = access.connect(CONNECT_SECONDS)) {
            requireVersion(connection);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    /** Quarkus holds log lines back until it has started. */
    private static void showLogsNow() {
        if (!InitialConfigurator.DELAYED_HANDLER.isActivated()) {
            LoggingSetupRecorder.handleFailedStart();
        }
    }

    private static void requireVersion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_version_num")) {
            row.next();
            requireVersion(row.getInt(1));
        }
    }

    /** @param number as reported by the server, e.g. 150018 */
    static void requireVersion(int number) {
        int major = number / VERSIONS_IN_NUMBER;
        if (major < OLDEST_VERSION) {
            throw new StartupFailure(ExitStatus.DATABASE_TOO_OLD,
                    "PainChain needs PostgreSQL %d or newer, and this server is PostgreSQL %d.".formatted(OLDEST_VERSION,
                            major));
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupFailure(ExitStatus.DATABASE_UNREACHABLE, "Interrupted while waiting for the database.", e);
        }
    }
}
