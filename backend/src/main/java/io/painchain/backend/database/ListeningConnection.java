package io.painchain.backend.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.eclipse.microprofile.config.Config;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/** A connection outside the pool for {@code LISTEN}, with the pool's own address, user and properties. Not thread-safe. */
public final class ListeningConnection implements AutoCloseable {

    /** By which the database shows it among its connections. */
    public static final String NAME = "painchain-backend listens";

    private static final String DATASOURCE = "quarkus.datasource.";
    private static final String PROPERTIES = DATASOURCE + "jdbc.additional-jdbc-properties.";

    private final Connection connection;

    private ListeningConnection(Connection connection) {
        this.connection = connection;
    }

    public record Received(String channel, String payload) {
    }

    public static ListeningConnection open(Config config) {
        try {
            return new ListeningConnection(
                    new Driver().connect(config.getValue(DATASOURCE + "jdbc.url", String.class), properties(config)));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Properties properties(Config config) {
        var properties = new Properties();
        config.getOptionalValue(DATASOURCE + "username", String.class).ifPresent(user -> properties.put("user", user));
        config.getOptionalValue(DATASOURCE + "password", String.class).ifPresent(key -> properties.put("password", key));
        for (var name : config.getPropertyNames()) {
            if (name.startsWith(PROPERTIES)) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> properties.put(name.substring(PROPERTIES.length()), value));
            }
        }
        properties.put("ApplicationName", NAME);
        return properties;
    }

    public void listen(String channel) {
        execute("listen " + channel);
    }

    /** Fails where the database is away. */
    public void probe() {
        execute("select 1");
    }

    public List<Received> await(Duration longest) {
        try {
            var notifications = connection.unwrap(PGConnection.class).getNotifications((int) longest.toMillis());
            var received = new ArrayList<Received>();
            for (var notification : notifications) {
                received.add(new Received(notification.getName(), notification.getParameter()));
            }
            return received;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
