package io.painchain.backend.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.Config;
import org.postgresql.PGConnection;

/** A connection outside the pool for {@code LISTEN}, with the pool's own address, user and properties. Not thread-safe. */
public final class ListeningConnection implements AutoCloseable {

    /** By which the database shows it among its connections. */
    public static final String NAME = "painchain-backend listens";

    private final Connection connection;

    private ListeningConnection(Connection connection) {
        this.connection = connection;
    }

    public record Received(String channel, String payload) {
    }

    public static ListeningConnection open(Config config) {
        return new ListeningConnection(OutsidePool.connect(config, Map.of("ApplicationName", NAME)));
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
