package io.painchain.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * The peer: the same server and the same durability, and of each draft nothing but its JSON in a table with a primary key.
 * What the backend does slower than this is the price of reading, checking, searching and paging.
 */
public record BareDatabase(String url) {

    public void create() throws SQLException {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute("drop table if exists benchmark_peer");
            statement.execute("create table benchmark_peer (id bigint primary key, draft jsonb not null)");
        }
    }

    public void drop() throws SQLException {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute("drop table benchmark_peer");
        }
    }

    /** Inserts some of the drafts in one transaction each time, under their numbers from {@code first} on. */
    public Load.Work inserts(long first, List<List<String>> drafts) throws SQLException {
        Connection connection = DriverManager.getConnection(url + "&reWriteBatchedInserts=true");
        connection.setAutoCommit(false);
        return number -> {
            try (var insert = connection
                    .prepareStatement("insert into benchmark_peer (id, draft) values (?, cast(? as jsonb))")) {
                var some = drafts.get(number);
                for (int i = 0; i < some.size(); i++) {
                    insert.setLong(1, first + (long) number * some.size() + i);
                    insert.setString(2, some.get(i));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        };
    }
}
