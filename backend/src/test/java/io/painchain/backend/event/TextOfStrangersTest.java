package io.painchain.backend.event;

import static io.painchain.backend.Api.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TextOfStrangersTest {

    @ParameterizedTest
    @ValueSource(strings = { "payments", "pay\u00ADments", "\"deploy payments\"", "\uFEFFpaym", "PAY\u200BMENTS" })
    void findsWhatHasInvisibleCharactersInIt(String query) {
        // Given
        var tenant = Api.newTenant();
        as(tenant).body(Drafts.byHand("Deploy pay\u00ADments").toString()).post("/api/events").then().statusCode(201);
        as(tenant).body(Drafts.byHand("Deploy che\u200Bckout").toString()).post("/api/events").then().statusCode(201);

        // When
        var found = as(tenant).queryParam("q", query).get("/api/events");

        // Then
        found.then().statusCode(200).body("title", equalTo(List.of("Deploy pay\u00ADments")));
    }

    @Test
    void keepsNoControlCharactersInWhatIsShownOnOneLine() {
        // Given
        var draft = Drafts.byHand("").put("title", "ok \u001b[31mred\u0007").put("author", "m\tia").put("description",
                "a\u001bb\nc");

        // When
        var stored = as(Api.newTenant()).body(draft.toString()).post("/api/events");

        // Then
        stored.then().statusCode(201)
                .body("title", equalTo("ok \uFFFD[31mred\uFFFD"))
                .body("author", equalTo("m ia"))
                .body("description", equalTo("a\u001bb\nc"));
    }

    @ParameterizedTest
    @CsvSource({ "2026-01-31T08:42:58.315+0000, 2026-01-31T08:42:58.315Z", "2026-01-31 08:42:58Z, 2026-01-31T08:42:58Z" })
    void takesTheTimestampsOfOtherTools(String sent, String stored) {
        as(Api.newTenant()).body(Drafts.byHand("x").put("timestamp", sent).toString()).post("/api/events").then()
                .statusCode(201)
                .body("timestamp", equalTo(stored));
    }

    @ParameterizedTest
    @ValueSource(longs = { 1769848978, 1769848978315L })
    void refusesANumberAsATimeAndSaysWhy(long number) {
        var node = number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
        as(Api.newTenant()).body(Drafts.byHand("x").set("timestamp", node).toString()).post("/api/events").then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/timestamp"))
                .body("errors[0].detail", containsString("seconds or milliseconds"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "1969-12-31T23:59:59Z", "12026-01-31T00:00:00Z", "+12026-01-31T00:00:00Z",
            "2199-01-01T00:00:00Z" })
    void refusesATimeThatCannotBe(String time) {
        as(Api.newTenant()).body(Drafts.byHand("x").put("timestamp", time).toString()).post("/api/events").then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/timestamp"));
    }
}
