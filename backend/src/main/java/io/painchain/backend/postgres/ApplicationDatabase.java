package io.painchain.backend.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

/** Owned by a role that is no superuser. */
record ApplicationDatabase(DataFolder files, int port) {

    private static final String NAME = "painchain";
    /** As which tenants' requests run, and work for all tenants; {@code database.TenantIsolation} says what they may. */
    private static final List<String> OF_REQUESTS = List.of("painchain_app", "painchain_work");
    private static final String PASSWORD = "password";
    private static final String ROLE = "SELECT 1 FROM pg_roles WHERE rolname = ?";
    private static final int CONNECT_SECONDS = 10;

    static ApplicationDatabase of(DataFolder files, int port) {
        return new ApplicationDatabase(files, port);
    }

    DatabaseAccess access() {
        return new DatabaseAccess(url(NAME), NAME, files.createOnce(PASSWORD, Passwords::generate));
    }

    DatabaseAccess ensure() {
        String administratorPassword = files.read(PostgresCluster.ADMINISTRATOR_PASSWORD).orElse("");
        DatabaseAccess administrator = new DatabaseAccess(url("postgres"), PostgresCluster.ADMINISTRATOR,
                administratorPassword);
        try (Connection connection = administrator.connect(CONNECT_SECONDS);
                Statement statement = connection.createStatement()) {
            ensureRole(connection, statement);
            ensureDatabase(connection, statement);
        } catch (SQLException e) {
            throw new StartupFailure(ExitStatus.FOLDER_UNUSABLE,
                    "The embedded database in %s refuses its administrator: %s".formatted(files.path(), e.getMessage()), e);
        }
        return access();
    }

    /** The password file wins: where it was lost, a new password replaces the old one. */
    private void ensureRole(Connection connection, Statement statement) throws SQLException {
        if (!exists(connection, ROLE, NAME)) {
            statement.execute("CREATE ROLE " + NAME + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
        }
        for (String role : OF_REQUESTS) {
            if (!exists(connection, ROLE, role)) {
                statement.execute("CREATE ROLE " + role + " NOLOGIN");
            }
            statement.execute("GRANT " + role + " TO " + NAME + " WITH INHERIT FALSE, SET TRUE");
        }
        statement.execute("ALTER ROLE " + NAME + " PASSWORD '" + access().password().replace("'", "''") + "'");
    }

    private static void ensureDatabase(Connection connection, Statement statement) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", NAME)) {
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            statement.execute("REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
