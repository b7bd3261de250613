package io.painchain.backend.timeline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.Api;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class StreamTest {

    private final String tenant = Api.newTenant();

    @Inject
    DataSource database;

    @Test
    void showsNewEventsAsTheyComeAndNothingFromBefore() throws Exception {
        post(Drafts.byHand("before"));
        try (var stream = open("")) {
            // When
            post(Drafts.byHand("one"));
            Api.as(tenant).body(Drafts.batch(null, List.of(Drafts.byHand("two"), Drafts.byHand("three"))))
                    .post("/api/events/batch").then().statusCode(200);
            // Then
            await().untilAsserted(() -> assertThat(stream.titles()).containsExactlyInAnyOrder("one", "two", "three"));
            assertThat(stream.named("ready").get(0).data()).isEqualTo(Drafts.json("{\"resumed\": false}"));
            var listed = Drafts.json(Api.as(tenant).get("/api/events").asString());
            assertThat(stream.named("event").stream().map(EventStreamClient.Message::data).toList())
                    .isSubsetOf(listed::elements);
        }
    }

    @Test
    void showsANewEventWithinASecond() throws Exception {
        try (var stream = open("")) {
            long start = System.nanoTime();
            post(Drafts.byHand("soon"));
            await().pollInterval(Duration.ofMillis(10)).until(() -> !stream.titles().isEmpty());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void showsNewStatesOfKnownEventsButNotThoseThatChangeNothing() throws Exception {
        // Given
        post(state("run", "running", "2026-01-31T12:00:00Z"));
        try (var stream = open("")) {
            // When
            post(state("run", "success", "2026-01-31T12:05:00Z"));
            post(state("run", "success", "2026-01-31T12:06:00Z"));
            post(state("run", "failure", "2026-01-31T12:04:00Z"));
            post(Drafts.byHand("last"));
            // Then
            await().until(() -> stream.titles().contains("last"));
            assertThat(stream.named("event").get(0).data().get("status").textValue()).isEqualTo("success");
            assertThat(stream.named("event").get(0).data().get("revision").longValue()).isEqualTo(2);
            assertThat(stream.titles()).hasSize(2);
        }
    }

    @Test
    void showsWhatPassesTheFilterAndIsTheTenants() throws Exception {
        try (var byType = open("?type=push&from=2026-01-01");
                var byWords = open("?q=login");
                var other = new EventStreamClient(Api.newTenant(), "")) {
            // When
            post(Drafts.byHand("a login page").put("type", "release"));
            post(Drafts.byHand("a push").put("type", "push"));
            await().until(() -> byType.titles().equals(List.of("a push")));
            post(Drafts.byHand("an old push").put("type", "push").put("timestamp", "2025-01-01T00:00:00Z"));
            post(Drafts.byHand("another push").put("type", "push"));
            // Then
            await().untilAsserted(() -> assertThat(byType.titles()).containsExactly("a push", "another push"));
            assertThat(byWords.titles()).containsExactly("a login page");
            assertThat(other.titles()).isEmpty();
        }
    }

    @Test
    void goesOnWhereItBrokeOff() throws Exception {
        // Given
        String last;
        try (var stream = open("")) {
            post(Drafts.byHand("seen"));
            await().until(() -> stream.titles().equals(List.of("seen")));
            last = stream.lastId();
        }
        var missed = IntStream.range(0, 3 * EventStream.PAGE + 1).mapToObj(i -> "missed " + i).toList();
        var events = new ArrayList<JsonNode>();
        missed.forEach(title -> events.add(Drafts.byHand(title)));
        Api.as(tenant).body(Drafts.batch(null, events)).post("/api/events/batch").then().statusCode(200);
        // When
        try (var byHeader = open("", "Last-Event-ID", last); var byParameter = open("?after=" + last)) {
            // Then
            for (var stream : List.of(byHeader, byParameter)) {
                await().until(() -> stream.titles().size() >= missed.size());
                assertThat(stream.titles()).containsExactlyInAnyOrderElementsOf(missed);
                assertThat(stream.named("ready").get(0).data().get("resumed").booleanValue()).isTrue();
            }
            // in the middle of one transaction's events
            var middle = byHeader.named("event").get(missed.size() / 2);
            try (var rest = open("", "Last-Event-ID", middle.id())) {
                var expected = byHeader.titles().subList(missed.size() / 2 + 1, missed.size());
                await().until(() -> rest.titles().size() >= expected.size());
                assertThat(rest.titles()).isEqualTo(expected);
            }
        }
    }

    @Test
    void skipsNothingThatCommitsLate() throws Exception {
        // Given
        post(Drafts.byHand("template"));
        try (var stream = open(""); var late = database.getConnection()) {
            late.setAutoCommit(false);
            insertCopy(late, "late");
            // When
            post(Drafts.byHand("quick"));
            // Then
            await().during(Duration.ofMillis(600)).until(() -> stream.titles().isEmpty());
            late.commit();
            await().untilAsserted(() -> assertThat(stream.titles()).containsExactly("late", "quick"));
            try (var again = open("?after=" + stream.named("ready").get(0).id())) {
                await().untilAsserted(() -> assertThat(again.titles()).containsExactly("late", "quick"));
            }
        }
    }

    @Test
    void beginsAnewWhereThePositionIsOfAnotherDatabase() throws Exception {
        var ahead = new StreamPosition(Long.MAX_VALUE, UUID.randomUUID()).text();
        try (var stream = open("?after=" + ahead)) {
            assertThat(stream.named("ready").get(0).data().get("resumed").booleanValue()).isFalse();
            post(Drafts.byHand("new"));
            await().until(() -> stream.titles().equals(List.of("new")));
        }
    }

    @ParameterizedTest
    @CsvSource({ "from=x,from", "after=nonsense,after", "after=%2F%2F,after", "type=%00,type" })
    void namesAWrongParameter(String query, String parameter) {
        Api.as(tenant).urlEncodingEnabled(false).get("/api/events/stream?" + query).then().statusCode(400)
                .contentType("application/problem+json").body("errors[0].pointer", equalTo(parameter));
        Api.as(tenant).header("Last-Event-ID", "x").get("/api/events/stream").then().statusCode(400)
                .body("errors[0].pointer", equalTo("Last-Event-ID"));
    }

    private EventStreamClient open(String query, String... headers) throws Exception {
        var stream = new EventStreamClient(tenant, query, headers);
        await().until(() -> !stream.named("ready").isEmpty());
        return stream;
    }

    private void post(ObjectNode draft) {
        assertThat(Api.as(tenant).body(draft.toString()).post("/api/events").statusCode()).isIn(200, 201);
    }

    private static ObjectNode state(String externalId, String status, String asOf) {
        return Drafts.draft(externalId).put("status", status).put("asOf", asOf);
    }

    private void insertCopy(Connection connection, String title) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into event (tenant_id, id, scope, connector, project, type, title, "timestamp", as_of, revision,
                    received_at, updated_at, search)
                select tenant_id, gen_random_uuid(), scope, connector, project, type, ?, "timestamp", as_of, revision,
                    received_at, updated_at, search
                from event where tenant_id = ?""")) {
            statement.setString(1, title);
            statement.setString(2, tenant);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
