package io.painchain.backend.event.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.Api;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EventExpiryTest {

    private final String tenant = Api.newTenant();

    @Inject
    EventExpiry expiry;
    @Inject
    DataSource database;

    @Test
    void keepsWhatTheInstallationKeepsUnlessTheTenantChoosesOtherwise() {
        Api.as(tenant).get("/api/retention").then().statusCode(200).body("months", nullValue(), "defaultMonths", equalTo(1200),
                "oldestEvent", nullValue(), "lastRun", nullValue(), "lastDeleted", nullValue());
        post(event("old", 30)).then().statusCode(201);
        choose("6").body("months", equalTo(6), "oldestEvent", notNullValue());
        choose("null").body("months", nullValue());
        Api.as(Api.newTenant()).get("/api/retention").then().body("months", nullValue(), "oldestEvent", nullValue());
    }

    @ParameterizedTest
    @CsvSource({ "0", "121", "-1", "1.5", "'\"6\"'" })
    void namesAWrongNumberOfMonths(String months) {
        Api.as(tenant).body("{\"months\": %s}".formatted(months)).put("/api/retention").then().statusCode(400)
                .body("errors[0].pointer", equalTo("/months"));
    }

    @Test
    void storesNothingThatEndedBeforeWhatIsKept() {
        choose("6");
        post(event("old", 7)).then().statusCode(200).body("", equalTo(Map.of("outcome", "expired")));
        post(event("young", 5)).then().statusCode(201);
        post(event("long", 7).put("endTimestamp", ago(5))).then().statusCode(201);
        Api.as(tenant).body(Drafts.batch(null, List.of(event("a", 1), event("b", 8), Drafts.json("{}"), event("c", 2))))
                .post("/api/events/batch").then().statusCode(200).body("created", equalTo(2), "rejected", equalTo(1),
                        "items.outcome", equalTo(List.of("created", "expired", "rejected", "created")),
                        "items[1].id", nullValue());
        assertThat(titles()).containsExactlyInAnyOrder("young", "long", "a", "c");
    }

    @Test
    void removesWhatEndedBeforeWhatIsKeptWithItsRevisionsAndNames() throws SQLException {
        // Given
        var old = event("old", 30).put("project", "acme/gone").put("externalId", "x").put("asOf", "2020-01-01T00:00:00Z");
        old.withArray("tags").add("gone");
        post(old);
        String revised = post(old.put("status", "done").put("asOf", "2020-01-02T00:00:00Z")).path("id");
        post(event("long", 30).put("endTimestamp", ago(1)));
        post(event("young", 1));
        var other = Api.newTenant();
        Api.as(other).body(event("theirs", 30).toString()).post("/api/events").then().statusCode(201);
        choose("6");
        // When
        expiry.expire(tenant);
        // Then
        assertThat(titles()).containsExactlyInAnyOrder("long", "young");
        assertThat(count("event_revision", "id = '" + revised + "'")).isZero();
        assertThat(count("project", "tenant_id = '" + tenant + "'")).isEqualTo(1);
        assertThat(count("tag_hour", "tenant_id = '" + tenant + "'")).isZero();
        Api.as(tenant).get("/api/retention").then().body("lastDeleted", equalTo(1), "lastRun", notNullValue());
        Api.as(other).get("/api/events").then().body("size()", equalTo(1));
        expiry.expire(tenant);
        Api.as(tenant).get("/api/retention").then().body("lastDeleted", equalTo(0));
    }

    @Test
    void removesMoreThanOneTransactionTakes() {
        var events = IntStream.range(0, 600).mapToObj(i -> event("e" + i, 30)).toList();
        Api.as(tenant).body(Drafts.batch(null, events)).post("/api/events/batch").then().body("created", equalTo(600));
        choose("6");
        expiry.expire(tenant);
        Api.as(tenant).get("/api/retention").then().body("lastDeleted", equalTo(600), "oldestEvent", nullValue());
    }

    @Test
    void waitsForNobodyWhoIsWritingAnEvent() throws SQLException {
        // Given
        String held = post(event("held", 30)).path("id");
        post(event("free", 30));
        choose("6");
        try (var writer = database.getConnection(); var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.executeUpdate("update event set title = 'held now' where id = '" + held + "'");
            // When
            expiry.expire(tenant);
            // Then
            assertThat(titles()).containsExactly("held");
            writer.commit();
        }
        expiry.expire(tenant);
        assertThat(titles()).isEmpty();
    }

    @Test
    void leavesItToAnotherBackendThatIsAtIt() throws SQLException {
        post(event("old", 30));
        choose("6");
        try (var other = database.getConnection(); var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + ExpiredEventRepository.LOCK + ")");
            expiry.expire(tenant);
            Api.as(tenant).get("/api/retention").then().body("lastRun", nullValue());
            other.rollback();
        }
        assertThat(titles()).hasSize(1);
    }

    @Test
    void looksAtAllTenants() {
        post(event("old", 30));
        choose("6");
        expiry.run();
        assertThat(titles()).isEmpty();
    }

    private static ObjectNode event(String title, int monthsAgo) {
        return Drafts.byHand(title).put("timestamp", ago(monthsAgo));
    }

    private static String ago(int months) {
        return OffsetDateTime.now(ZoneOffset.UTC).minusMonths(months).minusDays(1).toString();
    }

    private io.restassured.response.Response post(ObjectNode event) {
        return Api.as(tenant).body(event.toString()).post("/api/events");
    }

    private io.restassured.response.ValidatableResponse choose(String months) {
        return Api.as(tenant).body("{\"months\": %s}".formatted(months)).put("/api/retention").then().statusCode(200);
    }

    private List<String> titles() {
        return Api.as(tenant).get("/api/events?limit=500").jsonPath().getList("title");
    }

    private long count(String table, String condition) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table + " where " + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
