package io.painchain.benchmarks.suite;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import io.painchain.benchmarks.SampleEvents;
import io.painchain.benchmarks.suite.measurement.Measurement;

/** What an event takes on disk with all indexes, beside its draft. */
final class Disk {

    private static final String BYTES_AN_EVENT = """
            select sum(pg_total_relation_size(c.oid)) / (select greatest(count(*), 1) from event)
            from pg_class c where c.oid in (%s)""";
    private static final String ALL = "'event'::regclass, 'event_document'::regclass, 'project'::regclass, 'tag_hour'::regclass";

    private final Installation installation;

    Disk(Installation installation) {
        this.installation = installation;
    }

    List<Measurement> run(int number) throws Exception {
        installation.reader();
        double draft = SampleEvents.draft(number).getBytes(StandardCharsets.UTF_8).length;
        return List.of(
                new Measurement("an event with all indexes", "bytes", bytes(ALL), draft, "its draft"),
                new Measurement("of that words and names", "bytes", bytes("'event_document'::regclass"), draft, "its draft"));
    }

    private double bytes(String tables) throws Exception {
        try (var connection = DriverManager.getConnection(installation.running().database());
                var statement = connection.createStatement();
                var result = statement.executeQuery(BYTES_AN_EVENT.formatted(tables))) {
            if (!result.next()) {
                throw new SQLException("No size");
            }
            return result.getDouble(1);
        }
    }
}
