package io.painchain.backend.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class Schema {

    private static final String HISTORY = "flyway_schema_history";

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    Optional<String> version() throws SQLException {
        if (strings("SELECT to_regclass('" + HISTORY + "')::text").get(0) == null) {
            return Optional.empty();
        }
        return strings("SELECT version FROM " + HISTORY
                + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1").stream().findFirst();
    }

    /** Every table before those that refer to it. */
    List<String> tables() throws SQLException {
        Map<String, Set<String>> referredTo = new LinkedHashMap<>();
        for (String table : strings("""
                SELECT relname FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
                  AND relname <> 'flyway_schema_history'
                ORDER BY relname""")) {
            referredTo.put(table, new LinkedHashSet<>(strings("""
                    SELECT DISTINCT confrelid::regclass::text FROM pg_constraint
                    WHERE contype = 'f' AND conrelid = ?::regclass AND confrelid <> conrelid""", table)));
        }
        Set<String> ordered = new LinkedHashSet<>();
        referredTo.keySet().forEach(table -> visit(table, referredTo, ordered, new LinkedHashSet<>()));
        return new ArrayList<>(ordered);
    }

    private static void visit(String table, Map<String, Set<String>> referredTo, Set<String> ordered, Set<String> path) {
        if (ordered.contains(table) || !path.add(table)) {
            return;
        }
        referredTo.getOrDefault(table, Set.of()).forEach(other -> visit(other, referredTo, ordered, path));
        ordered.add(table);
    }

    /** Marked in the table's comment: a backup would bring back rows that are long over. */
    boolean isTransient(String table) throws SQLException {
        return strings("SELECT (coalesce(obj_description(?::regclass, 'pg_class'), '') LIKE 'transient%')::text", table)
                .get(0).equals("true");
    }

    /** Stored columns only; transaction ids mean nothing to another server, which fills in its own. */
    List<String> columns(String table) throws SQLException {
        return strings("""
                SELECT quote_ident(attname) FROM pg_attribute
                WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                  AND atttypid <> 'xid8'::regtype
                ORDER BY attnum""", table);
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        List<Manifest.Sequence> sequences = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT sequencename, last_value FROM pg_sequences
                WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY sequencename""");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sequences.add(new Manifest.Sequence(rows.getString(1), rows.getLong(2)));
            }
        }
        return sequences;
    }

    boolean isEmpty() throws SQLException {
        for (String table : tables()) {
            if (strings("SELECT EXISTS (SELECT FROM " + table + ")::text").get(0).equals("true")) {
                return false;
            }
        }
        return true;
    }

    private List<String> strings(String query, String... parameters) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
        }
        return values;
    }
}
