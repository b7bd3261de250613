package io.painchain.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The peer: the same server and the same durability, and of each draft nothing but its JSON in a table with a primary key.
 * What the backend does slower than this is the price of reading, checking, searching and paging.
 */
record BareDatabase(String url) {

    void create() throws SQLException {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute("drop table if exists benchmark_peer");
            statement.execute("create table benchmark_peer (id bigint primary key, draft jsonb not null)");
        }
    }

    void drop() throws SQLException {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute("drop table benchmark_peer");
        }
    }

    /** Inserts {@code size} drafts in one transaction each time. */
    Load.Work inserts(int size) throws SQLException {
        Connection connection = DriverManager.getConnection(url + "&reWriteBatchedInserts=true");
        connection.setAutoCommit(false);
        return number -> {
            try (var insert = connection
                    .prepareStatement("insert into benchmark_peer (id, draft) values (?, cast(? as jsonb))")) {
                for (int i = 0; i < size; i++) {
                    insert.setLong(1, (long) number * size + i);
                    insert.setString(2, SampleEvents.draft((long) number * size + i));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        };
    }
}
