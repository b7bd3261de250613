package io.painchain.backend.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class BadEventTest {

    private final String tenant = Api.newTenant();

    @ParameterizedTest
    @ValueSource(strings = { "title", "connector", "project", "timestamp" })
    void namesAMissingField(String field) {
        var draft = Drafts.draft("e");
        draft.remove(field);
        refused(draft, "/" + field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title            | 1
            title            | ""
            title            | "  "
            title            | "two\\nlines"
            title            | {"a": 1}
            connector        | "GitHub"
            connector        | ""
            connector        | ["github"]
            project          | true
            timestamp        | 1769860800
            timestamp        | "2026-01-31T12:00:00"
            timestamp        | "2026-01-31"
            timestamp        | "yesterday"
            timestamp        | "10000-01-01T00:00:00Z"
            timestamp        | "+10000-01-01T00:00:00Z"
            timestamp        | "1969-12-31T23:59:59Z"
            timestamp        | "9999-12-31T23:59:59Z"
            endTimestamp     | "2026-01-31T11:59:59Z"
            endTimestamp     | "10000-01-01T00:00:00Z"
            asOf             | "9000-01-01T00:00:00Z"
            asOf             | "2026-02-30T00:00:00Z"
            externalId       | ""
            externalId       | 12
            integrationId    | 7
            type             | ""
            url              | "javascript:alert(1)"
            url              | "JavaScript:alert(1)"
            url              | "data:text/html,x"
            url              | "/relative"
            url              | "ftp://example.org/"
            tags             | "backend"
            tags             | {"a": 1}
            entity           | ""
            correlationKeys  | "commit:x"
            data             | []
            data             | "text"
            data             | 1""")
    void namesAWrongField(String field, String value) {
        var draft = Drafts.draft("e");
        draft.set(field, Drafts.json(value));
        refused(draft, "/" + field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tags             | ["ok", null]            | /tags/1
            tags             | ["ok", ""]              | /tags/1
            tags             | [1]                     | /tags/0
            correlationKeys  | ["ok", " "]             | /correlationKeys/1
            correlationKeys  | [["x"]]                 | /correlationKeys/0
            data             | {"a": {"b~/": 1e999}}   | /data/a/b~0~1
            data             | {"a": [0, -1e401]}      | /data/a/1""")
    void namesAWrongPartOfAField(String field, String value, String pointer) {
        refused(Drafts.draft("e").put(field, "MARK").toString().replace("\"MARK\"", value), pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = { "title", "project", "externalId", "type", "description", "author", "url", "status", "entity" })
    void refusesTextThatCannotBeStored(String field) {
        for (var unclean : List.of("\\u0000", "\\ud800", "\\udc00x")) {
            var draft = Drafts.draft("e").put(field, "https://example.org/MARK");
            refused(draft.toString().replace("MARK", unclean), "/" + field);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tags             | ["\\u0000"]            | /tags/0
            correlationKeys  | ["\\ud800"]            | /correlationKeys/0
            data             | {"a": "\\u0000"}       | /data/a
            data             | {"a\\u0000": 1}        | /data""")
    void refusesNestedTextThatCannotBeStored(String field, String value, String pointer) {
        var draft = Drafts.draft("e").put(field, "MARK");
        refused(draft.toString().replace("\"MARK\"", value), pointer);
    }

    @ParameterizedTest
    @CsvSource({ "title,500", "connector,64", "project,512", "externalId,512", "type,64", "description,131072", "author,512",
            "status,64", "entity,512" })
    void takesTextUpToItsLimit(String field, int limit) {
        accepted(Drafts.draft("limit-" + field).put(field, "x".repeat(limit)));
        refused(Drafts.draft("beyond-" + field).put(field, "x".repeat(limit + 1)), "/" + field);
    }

    @Test
    void takesAUrlUpToItsLimit() {
        accepted(Drafts.draft("url").put("url", "https://" + "x".repeat(2_040)));
        refused(Drafts.draft("url").put("url", "https://" + "x".repeat(2_041)), "/url");
    }

    @ParameterizedTest
    @CsvSource({ "tags,50,64", "correlationKeys,100,512" })
    void takesListsUpToTheirLimits(String field, int items, int length) {
        var full = Drafts.draft("full-" + field);
        var many = Drafts.draft("many-" + field);
        var longs = Drafts.draft("long-" + field);
        for (int i = 0; i < items; i++) {
            full.withArray(field).add("%03d".formatted(i) + "x".repeat(length - 3));
            many.withArray(field).add("x" + i);
        }
        accepted(full);
        refused(many.set(field, many.withArray(field).add("one more")), "/" + field);
        longs.withArray(field).add("x".repeat(length + 1));
        refused(longs, "/" + field + "/0");
    }

    @Test
    void takesDataUpToItsLimit() {
        var frame = "{\"a\":\"\"}".length();
        var full = Drafts.draft("full-data");
        full.putObject("data").put("a", "é".repeat((65_536 - frame) / 2));
        accepted(full);
        var beyond = Drafts.draft("beyond-data");
        beyond.putObject("data").put("a", "x".repeat(65_536 - frame + 1));
        refused(beyond, "/data");
    }

    @Test
    void takesDataOf32Levels() {
        accepted(withData("deep", "{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}"));
        refused(withData("deeper", "{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}").toString(),
                "/data/a" + "/0".repeat(31));
    }

    static List<String> beyondAnythingSane() {
        return List.of("[".repeat(50_000) + "]".repeat(50_000), "9".repeat(5_000), "1e2147483648", "-1e-99999999999");
    }

    @ParameterizedTest
    @MethodSource("beyondAnythingSane")
    void refusesJsonThatIsDeeperOrLargerThanAnythingSane(String value) {
        Api.as(tenant).body("{\"title\": " + value + "}").post("/api/events").then().statusCode(400)
                .body("type", equalTo("/problems/malformed-json"))
                .body("detail", containsString("1000 digits and 1000 levels are read at most"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "1e399", "123456789012345678901234567890.123456789", "0.1", "-0", "9007199254740993" })
    void keepsNumbersExactly(String number) {
        var draft = Drafts.draft("number").toString().replaceFirst("\\{", "{\"data\": {\"n\": " + number + "}, ");
        var body = Api.as(Api.newTenant()).body(draft).post("/api/events").then().statusCode(201).extract().asString();
        var kept = body.replaceAll("(?s).*\"n\":([^}]*)}.*", "$1");
        assertThat(new BigDecimal(kept)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{", "[1,", "nope", "{\"a\": 1} 2", "", "{'a': 1}", "{\"n\": 01}" })
    void refusesWhatIsNoJson(String body) {
        Api.as(tenant).body(body).post("/api/events").then().statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("type", equalTo("/problems/malformed-json"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "null", "1", "\"text\"" })
    void refusesJsonThatIsNoObject(String body) {
        Api.as(tenant).body(body).post("/api/events").then().statusCode(400).body("type", equalTo("/problems/validation"));
    }

    @Test
    void refusesOtherMediaTypesAndMethods() {
        Api.as(tenant).contentType(ContentType.XML).body("<a/>").post("/api/events").then().statusCode(415);
        Api.as(tenant).body("{}").put("/api/events").then().statusCode(405);
        Api.as(tenant).accept(ContentType.XML).get("/api/events").then().statusCode(406);
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "019c0000", "00000000-0000-0000-0000-000000000000", "019c1234-0000-7000-8000-00000000000g" })
    void answersUnknownAndMalformedIdsAlike(String id) {
        Api.as(tenant).get("/api/events/" + id).then().statusCode(404).body("type", equalTo("/problems/not-found"));
        Api.as(tenant).get("/api/events/" + id + "/revisions").then().statusCode(404);
        Api.as(tenant).body(Drafts.draft("e").put("integrationId", id).toString()).post("/api/events").then().statusCode(404);
        Api.as(tenant).body(Drafts.batch(id, List.of())).post("/api/events/batch").then().statusCode(404);
    }

    @Test
    void refusesOddTenantHeaders() {
        for (var header : List.of("", "x".repeat(65), "a b", "~", "ä", "a/b")) {
            Api.as(header).get("/api/events").then().statusCode(400).body("errors[0].pointer", equalTo("x-tenant-id"));
        }
        Api.as("one").header("x-tenant-id", "two").get("/api/events").then().statusCode(400);
    }

    @Test
    void refusesABodyOfUnreasonableSize() {
        var body = Drafts.draft("e").put("unknown", "x".repeat(2 * 1024 * 1024)).toString();
        Api.as(tenant).body(body).post("/api/events").then().statusCode(413)
                .contentType(containsString("application/problem+json")).body("type", equalTo("/problems/too-large"));
    }

    private static ObjectNode withData(String externalId, String data) {
        return Drafts.draft(externalId).set("data", Drafts.json(data));
    }

    private void accepted(ObjectNode draft) {
        Api.as(tenant).body(draft.toString()).post("/api/events").then().statusCode(201);
    }

    private void refused(ObjectNode draft, String pointer) {
        refused(draft.toString(), pointer);
    }

    private ValidatableResponse refused(String draft, String pointer) {
        return Api.as(tenant).body(draft).post("/api/events").then().statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("type", equalTo("/problems/validation"), "errors.pointer", hasItem(pointer));
    }
}
