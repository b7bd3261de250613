package io.painchain.backend.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A row by column names; SQL null is {@code null}. */
public final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(String column) {
        return get(() -> result.getString(column));
    }

    /** By position from 1, which costs less than by name. */
    public String text(int position) {
        return get(() -> result.getString(position));
    }

    public long number(int position) {
        return get(() -> result.getLong(position));
    }

    public Instant instant(int position) {
        return instant(get(() -> result.getObject(position, OffsetDateTime.class)));
    }

    /** Of an array that was selected as text. */
    public List<String> texts(int position) {
        return TextArrays.parse(text(position));
    }

    public long number(String column) {
        return get(() -> result.getLong(column));
    }

    public Long count(String column) {
        return get(() -> {
            long value = result.getLong(column);
            return result.wasNull() ? null : value;
        });
    }

    public byte[] bytes(String column) {
        return get(() -> result.getBytes(column));
    }

    public boolean flag(String column) {
        return get(() -> result.getBoolean(column));
    }

    public UUID id(String column) {
        return get(() -> result.getObject(column, UUID.class));
    }

    public Instant instant(String column) {
        return instant(get(() -> result.getObject(column, OffsetDateTime.class)));
    }

    public List<String> texts(String column) {
        return get(() -> {
            var array = result.getArray(column);
            return array == null ? null : List.of((String[]) array.getArray());
        });
    }

    private static Instant instant(OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }

    private static <T> T get(Column<T> column) {
        try {
            return column.read();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @FunctionalInterface
    private interface Column<T> {
        T read() throws SQLException;
    }
}
