package io.painchain.backend.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import org.postgresql.PGStatement;

/** Native SQL in the caller's transaction. Parameters: text, instants, UUIDs, numbers, text arrays; null needs a cast. */
@Singleton
public class Statements {

    private final DataSource database;

    Statements(DataSource database) {
        this.database = database;
    }

    /** For statements with one good plan: planned once a connection. */
    public <T> List<T> preparedQuery(String sql, List<?> parameters, Function<Row, T> reader) {
        return query(sql, parameters, reader, true);
    }

    /** For statements whose best plan depends on the parameters: planned each time. */
    public <T> List<T> query(String sql, List<?> parameters, Function<Row, T> reader) {
        return query(sql, parameters, reader, false);
    }

    public int update(String sql, List<?> parameters) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private <T> List<T> query(String sql, List<?> parameters, Function<Row, T> reader, boolean keepPlan) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            if (!keepPlan) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            bind(connection, statement, parameters);
            return rows(statement, reader);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, Function<Row, T> reader) throws SQLException {
        try (var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            var row = new Row(result);
            while (result.next()) {
                rows.add(reader.apply(row));
            }
            return rows;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, List<?> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            var value = parameters.get(i);
            if (value instanceof String[] texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts));
            } else if (value instanceof Instant instant) {
                statement.setObject(i + 1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
