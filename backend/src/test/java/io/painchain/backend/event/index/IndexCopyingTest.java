package io.painchain.backend.event.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class IndexCopyingTest {

    private static final int EVENTS = 1_200;

    private final String tenant = Api.newTenant();

    @Inject
    IndexCopyRepository copies;
    @Inject
    IndexRepository repository;
    @Inject
    RepeatedTransaction transaction;
    @Inject
    EventIndex index;
    @Inject
    DataSource database;

    @Test
    void bringsEventsOfBeforeTheIndexIntoItAndGoesOnWhereItWasEnded() throws SQLException {
        // Given
        postEvents();
        setBackToBeforeTheIndex();
        assertThat(index.catchUp(tenant)).isFalse();
        assertThat(found("q=history")).isEqualTo(EVENTS);
        // When
        copySomeInAnotherProcess();
        // Then
        Api.as(tenant).get("/api/system").then().body("indexing.copied", equalTo(UnindexedEvent.AT_ONCE), "indexing.all",
                equalTo(EVENTS));
        assertThat(found("q=history")).isEqualTo(EVENTS);
        // When
        while (copies.unfinished(tenant).isPresent()) {
            copySomeInAnotherProcess();
        }
        // Then
        assertThat(index.catchUp(tenant)).isTrue();
        execute("update event set search = null where tenant_id = '" + tenant + "'");
        assertThat(found("q=history")).isEqualTo(EVENTS);
        assertThat(found("q=number7 history")).isEqualTo(1);
        assertThat(found("tag=old")).isEqualTo(EVENTS);
        assertThat(found("key=k:9")).isEqualTo(1);
        Api.as(tenant).get("/api/system").then().body("indexing", nullValue());
    }

    /** Which knows only what the database knows. */
    private void copySomeInAnotherProcess() {
        new IndexCopying(copies, repository, transaction).copySome();
    }

    private void postEvents() {
        for (int from = 0; from < EVENTS; from += 400) {
            var events = IntStream.range(from, from + 400).mapToObj(i -> {
                var draft = Drafts.draft("e-" + i);
                draft.put("title", "History number" + i);
                draft.putArray("tags").add("old");
                draft.putArray("correlationKeys").add("k:" + i);
                return draft;
            });
            Api.as(tenant).body(Drafts.batch(null, events.toList())).post("/api/events/batch").then().statusCode(200);
        }
        index.catchUp(tenant);
    }

    private void setBackToBeforeTheIndex() throws SQLException {
        execute("""
                with documents as (delete from event_document where tenant_id = '%1$s' returning *),
                indexing as (update event_indexing set copied_before = 'ffffffff-ffff-ffff-ffff-ffffffffffff', to_copy = %2$d
                    where tenant_id = '%1$s')
                update event e set changed = null, search = d.search from documents d
                where e.tenant_id = '%1$s' and e.id = d.id""".formatted(tenant, EVENTS));
    }

    private int found(String filter) {
        return Api.as(tenant).get("/api/timeline?limit=1&" + filter).jsonPath().getInt("total");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
