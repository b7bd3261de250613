package io.painchain.backend.event.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EventDocumentsMigrationTest {

    private static final String BEFORE_DOCUMENTS = "202611211230";

    private final String schema = "migrated_" + UUID.randomUUID().toString().replace("-", "");

    @Inject
    DataSource database;

    @Test
    void leavesEventsAndTheirIndexAndBeginsToCopyThem() throws SQLException {
        // Given
        migrate(BEFORE_DOCUMENTS);
        execute("""
                insert into %1$s.event (tenant_id, id, scope, connector, project, type, title, "timestamp", as_of, revision,
                    received_at, updated_at, search)
                select case when n %% 4 = 0 then 'few' else 'many' end, gen_random_uuid(), 's', 'c', 'p', 't', 'title ' || n,
                    now(), now(), 1, now(), now(), cast('title:1 ' || n || ':2' as tsvector)
                from generate_series(1, 400) n""".formatted(schema));
        // When
        migrate("latest");
        // Then
        assertThat(strings("select tenant_id || ' ' || to_copy || ' ' || copied || ' ' || copied_before from %s.event_indexing"
                + " order by 1")).containsExactly("few 100 0 ffffffff-ffff-ffff-ffff-ffffffffffff",
                        "many 300 0 ffffffff-ffff-ffff-ffff-ffffffffffff");
        assertThat(strings("select count(*)::text from %s.event where search @@ 'title'")).containsExactly("400");
        assertThat(indexes()).contains("event_search", "event_by_entity", "event_document_terms");
        execute("update %s.event set search = null".formatted(schema));
    }

    @Test
    void hasNoEarlierIndexesInANewDatabase() throws SQLException {
        // When
        migrate("latest");
        // Then
        assertThat(strings("select tenant_id from %s.event_indexing")).isEmpty();
        assertThat(indexes()).contains("event_document_terms").doesNotContain("event_search", "event_by_entity");
    }

    private void migrate(String version) {
        Flyway.configure(getClass().getClassLoader()).dataSource(database).schemas(schema)
                .locations("classpath:db/migration").target(MigrationVersion.fromVersion(version)).load().migrate();
    }

    private List<String> indexes() throws SQLException {
        return strings("select indexname from pg_indexes where schemaname = '%s'");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> strings(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.formatted(schema))) {
            var strings = new ArrayList<String>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }
}
