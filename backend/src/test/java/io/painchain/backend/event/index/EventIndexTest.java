package io.painchain.backend.event.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.Api;
import io.painchain.backend.event.Drafts;
import io.painchain.backend.event.search.EventName;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EventIndexTest {

    private final String tenant = Api.newTenant();

    @Inject
    EventIndex index;
    @Inject
    DataSource database;

    @Test
    void findsWhatWasPostedJustNowByWordsTagsAndKeys() {
        for (int i = 0; i < 5; i++) {
            post(event("e-" + i, "Release number" + i, "tag-" + i, "commit:acme/api@0123456789abcdef" + i));
            assertThat(found("q=number" + i)).containsExactly("e-" + i);
            assertThat(found("q=0123456789abcdef" + i)).containsExactly("e-" + i);
            assertThat(found("tag=tag-" + i)).containsExactly("e-" + i);
            assertThat(found("key=commit:acme/api@0123456789abcdef" + i)).containsExactly("e-" + i);
        }
    }

    @Test
    void findsAllThatSeveralPortionsAreNeededFor() {
        // Given
        int count = 2 * UnindexedEvent.AT_ONCE + 500;
        for (int from = 0; from < count; from += 500) {
            var events = IntStream.range(from, from + 500).mapToObj(i -> event("e-" + i, "Common " + i, "many", "k:" + i));
            Api.as(tenant).body(Drafts.batch(null, events.toList())).post("/api/events/batch").then().statusCode(200);
        }
        // When
        var total = Api.as(tenant).get("/api/timeline?q=common&limit=1").jsonPath().getInt("total");
        // Then
        assertThat(total).isEqualTo(count);
        assertThat(found("q=common " + (count - 1))).containsExactly("e-" + (count - 1));
        assertThat(found("key=k:7")).containsExactly("e-7");
    }

    @Test
    void sortsInSoonWhatASearchBroughtIn() {
        // Given
        post(event("e-1", "Just now", "tag", "k:1"));
        // When
        assertThat(found("q=now")).containsExactly("e-1");
        // Then
        await().untilAsserted(() -> assertThat(index.pending()).isZero());
    }

    /** As another backend does it, whose notification may be late or lost. */
    @Test
    void findsWhatNobodyAnnounced() throws SQLException {
        // Given
        post(event("e-1", "Original", "tag", "k:1"));
        assertThat(found("q=original")).containsExactly("e-1");
        // When
        try (var connection = database.getConnection()) {
            copy(connection, "e-1", "e-2");
        }
        // Then
        assertThat(found("q=original")).containsExactlyInAnyOrder("e-1", "e-2");
        assertThat(found("tag=tag")).containsExactlyInAnyOrder("e-1", "e-2");
        assertThat(found("key=k:1")).containsExactlyInAnyOrder("e-1", "e-2");
    }

    @Test
    void takesOnlySoManyLongDescriptionsAtOnce() {
        // Given
        var longOnes = IntStream.range(0, 60).mapToObj(i -> {
            var event = event("e-" + i, "Long " + i, "t", "k");
            event.put("description", "word ".repeat(20_000));
            return event;
        }).toList();
        // When
        Api.as(tenant).body(Drafts.batch(null, longOnes)).post("/api/events/batch").then().statusCode(200);
        // Then
        assertThat(Api.as(tenant).get("/api/timeline?q=word&limit=1").jsonPath().getInt("total")).isEqualTo(60);
    }

    @Test
    void findsWhatIsRareTodayAndCommonLongAgoInTheOrderOfTime() {
        // Given
        var events = IntStream.range(0, 900).mapToObj(i -> {
            var at = Instant.parse("2026-01-31T12:00:00Z").minus(i * 4L, ChronoUnit.HOURS).toString();
            var event = event("e-" + i, i % 30 == 7 ? "Seldom " + i : "Often " + i, "t", "k");
            return event.put("timestamp", at).put("asOf", at);
        }).toList();
        Api.as(tenant).body(Drafts.batch(null, events)).post("/api/events/batch").then().statusCode(200);
        // When, Then
        assertThat(found("q=seldom&limit=1")).containsExactly("e-7");
        assertThat(found("q=seldom&limit=9")).hasSize(9).startsWith("e-7", "e-37").endsWith("e-247");
        assertThat(found("q=seldom&limit=12")).hasSize(12).endsWith("e-337");
        assertThat(found("q=seldom")).hasSize(30).endsWith("e-877");
        assertThat(found("q=seldom&offset=28")).containsExactly("e-847", "e-877");
        assertThat(found("q=seldom&from=2025-12-01&limit=2")).containsExactly("e-7", "e-37");
        assertThat(found("q=seldom&to=2025-12-01&limit=2")).containsExactly("e-397", "e-427");
    }

    @Test
    void findsWhatIsCommonInTheLastHoursAlsoWithoutTheirNames() throws SQLException {
        // Given
        var events = IntStream.range(0, 900).mapToObj(i -> {
            var at = Instant.parse("2026-01-31T12:00:00Z").minus(i * 10L, ChronoUnit.SECONDS).toString();
            var event = event("e-" + i, i % 20 == 7 ? "Seldom " + i : "Often " + i, "t", "k");
            return event.put("timestamp", at).put("asOf", at);
        }).toList();
        Api.as(tenant).body(Drafts.batch(null, events)).post("/api/events/batch").then().statusCode(200);
        // When, Then
        assertThat(found("q=seldom&limit=30")).hasSize(30).startsWith("e-7", "e-27").endsWith("e-587");
        assertThat(found("q=seldom&limit=40")).hasSize(40).endsWith("e-787");
        // When, as before hours were kept
        execute("update event_document set names = names[1:cardinality(names) - 1] where names[cardinality(names)] = "
                + EventName.HOUR.of("2026-01-31T11") + " and tenant_id = '" + tenant + "'");
        execute("update event_indexing set by_hour = false where tenant_id = '" + tenant + "'");
        // Then
        assertThat(found("q=seldom&limit=30")).hasSize(30).startsWith("e-7", "e-27").endsWith("e-587");
    }

    @Test
    void findsTheNewestStateAndNoOlderOne() {
        // Given
        post(event("e", "Before midnight", "kept", "k:before"));
        assertThat(found("q=midnight")).containsExactly("e");
        // When
        var newer = event("e", "After sunrise", "kept", "k:after");
        newer.put("asOf", "2026-01-31T13:00:00Z");
        post(newer);
        // Then
        assertThat(found("q=sunrise")).containsExactly("e");
        assertThat(found("q=midnight")).isEmpty();
        assertThat(found("key=k:after")).containsExactly("e");
        assertThat(found("key=k:before")).isEmpty();
        assertThat(found("tag=kept")).containsExactly("e");
    }

    @Test
    void missesNothingThatCommitsAfterWhatIsYounger() throws SQLException {
        // Given
        post(event("first", "Slow one", "t", "k:1"));
        try (var slow = database.getConnection()) {
            slow.setAutoCommit(false);
            copy(slow, "first", "late");
            post(event("younger", "Quick one", "t", "k:2"));
            assertThat(found("q=one")).containsExactlyInAnyOrder("first", "younger");
            // When
            slow.commit();
        }
        // Then
        assertThat(found("q=slow")).containsExactlyInAnyOrder("first", "late");
    }

    @Test
    void beginsAnewInADatabaseThatWasMovedFromAnotherServer() throws SQLException {
        // Given
        post(event("e", "Moved house", "t", "k"));
        assertThat(found("q=moved")).containsExactly("e");
        execute("update event_indexing set changed = '999999999999' where tenant_id = '" + tenant + "'");
        // When
        post(event("f", "Moved again", "t", "k"));
        // Then
        assertThat(found("q=moved")).containsExactlyInAnyOrder("e", "f");
    }

    @Test
    void findsEventsOfBeforeTheIndexUntilTheyAreCopied() throws SQLException {
        // Given
        post(event("old", "Ancient history", "t", "k:old"));
        index.catchUp(tenant);
        execute("update event e set changed = null, search = d.search from event_document d where d.tenant_id = '" + tenant
                + "' and e.tenant_id = d.tenant_id and e.id = d.id");
        execute("delete from event_document where tenant_id = '" + tenant + "'");
        execute("update event_indexing set copied_before = 'ffffffff-ffff-ffff-ffff-ffffffffffff' where tenant_id = '"
                + tenant + "'");
        // When
        post(event("new", "Recent history", "t", "k:new"));
        // Then
        assertThat(index.catchUp(tenant)).isFalse();
        assertThat(found("q=history")).containsExactlyInAnyOrder("old", "new");
        assertThat(found("q=-recent")).containsExactly("old");
        assertThat(found("tag=t")).containsExactlyInAnyOrder("old", "new");
        assertThat(found("key=k:old")).containsExactly("old");
        assertThat(Api.as(tenant).get("/api/timeline?q=history").jsonPath().getInt("total")).isEqualTo(2);
        assertThat(Api.as(tenant).get("/api/stats?q=history").jsonPath().getInt("events")).isEqualTo(2);
        assertThat(Api.as(tenant).get("/api/events/histogram?from=2026-01-31&to=2026-02-01&q=history").jsonPath()
                .getList("bins.total", Integer.class).stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void copy(Connection connection, String externalId, String copy) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into event (tenant_id, id, scope, external_id, connector, project, type, title, "timestamp", as_of,
                    tags, correlation_keys, revision, received_at, updated_at)
                select tenant_id, ?, scope, ?, connector, project, type, title, "timestamp", as_of, tags, correlation_keys,
                    revision, received_at, updated_at
                from event where tenant_id = ? and external_id = ?""")) {
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, copy);
            statement.setString(3, tenant);
            statement.setString(4, externalId);
            statement.executeUpdate();
        }
    }

    private void post(JsonNode draft) {
        assertThat(Api.as(tenant).body(draft.toString()).post("/api/events").statusCode()).isIn(200, 201);
    }

    private List<String> found(String filter) {
        return Api.as(tenant).get("/api/events?" + filter).jsonPath().getList("externalId");
    }

    private static ObjectNode event(String externalId, String title, String tag, String key) {
        var draft = Drafts.draft(externalId);
        draft.put("title", title);
        draft.putArray("tags").add(tag);
        draft.putArray("correlationKeys").add(key);
        return draft;
    }
}
