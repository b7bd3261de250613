package io.painchain.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import jakarta.validation.Validation;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.SyncReport;
import io.painchain.model.validation.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;

class WireReaderTest {

    private final JsonBody body = new JsonBody(new ObjectMapper());
    private final WireReader reader = new WireReader(Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void readsAWholeDraft() throws Exception {
        var draft = read("""
                {"title": "[PR] Retry payments", "connector": "github", "project": "acme/api",
                 "timestamp": "2026-01-31T13:00:00.1234567+01:00", "tags": ["backend"], "unknown": 1,
                 "data": {"additions": 3, "ratio": 1.10, "labels": ["risk"], "merged": true, "gone": null}}""").orThrow();

        assertThat(draft.title()).isEqualTo("[PR] Retry payments");
        assertThat(draft.timestamp()).isEqualTo(Instant.parse("2026-01-31T12:00:00.123456Z"));
        assertThat(draft.tags()).containsExactly("backend");
        assertThat(draft.data()).containsEntry("additions", 3).containsEntry("merged", true).containsEntry("gone", null);
        assertThat(draft.data().get("ratio")).hasToString("1.10");
    }

    @Test
    void namesEveryWrongFieldAtOnce() throws Exception {
        var reading = read("""
                {"title": 5, "connector": "Git Hub", "timestamp": "2026-01-31T12:00:00", "url": "javascript:alert(1)",
                 "tags": ["ok", 7, "", null], "data": []}""");

        assertThat(reading.errors()).extracting(FieldError::pointer)
                .containsExactly("/connector", "/data", "/project", "/tags/1", "/tags/2", "/tags/3", "/timestamp", "/title",
                        "/url");
        assertThatThrownBy(reading::orThrow).isInstanceOf(HttpProblem.class)
                .hasMessageContaining("/connector").hasMessageContaining("8 more");
    }

    @Test
    void refusesWhatPostgresCannotHold() throws Exception {
        var reading = read("""
                {"title": "a\\u0000b", "connector": "curl", "project": "\\ud800", "timestamp": "2026-01-31T12:00:00Z",
                 "data": {"deep": {"a/b": "\\udc00"}, "big": 1e999999, "bad\\u0000key": 1}}""");

        assertThat(reading.errors()).extracting(FieldError::pointer)
                .containsExactly("/data", "/data/big", "/data/deep/a~1b", "/project", "/title");
    }

    @Test
    void refusesDocumentsDeeperThanTheLimit() throws Exception {
        var atLimit = "{\"a\":".repeat(31) + "{}" + "}".repeat(31);
        var tooDeep = "{\"a\":".repeat(32) + "{}" + "}".repeat(32);

        assertThat(readData(atLimit).errors()).isEmpty();
        assertThat(readData(tooDeep).errors()).singleElement()
                .satisfies(error -> assertThat(error.detail()).contains("deeper than 32"));
    }

    @Test
    void pointsIntoNestedRecordsListsAndMaps() throws Exception {
        var json = parse("""
                {"startedAt": "2026-01-31T12:00:00Z", "finishedAt": "2026-01-31T12:00:01Z", "status": "fine",
                 "repositories": [{"name": "acme/api", "status": "ok"}, {"name": "", "status": "ok"}],
                 "rateLimit": {"core": {"limit": "x", "remaining": 1, "used": 2, "resetAt": null}}}""");

        var reading = reader.read(json, SyncReport.class);

        assertThat(reading.errors()).extracting(FieldError::pointer, FieldError::detail).containsExactly(
                tuple("/rateLimit/core/limit", "must be a whole number"),
                tuple("/repositories/1/name", "must not be blank"),
                tuple("/status", "must be one of [pending, ok, degraded, error, disabled]"));
    }

    @Test
    void refusesAnythingButAnObject() throws Exception {
        for (var json : new String[] { "[]", "\"text\"", "1", "null", "true" }) {
            assertThat(read(json).errors()).containsExactly(new FieldError("", "must be a JSON object"));
        }
    }

    private Reading<EventDraft> read(String json) throws IOException {
        return reader.read(parse(json), EventDraft.class);
    }

    private Reading<EventDraft> readData(String data) throws IOException {
        return read("""
                {"title": "t", "connector": "curl", "project": "p", "timestamp": "2026-01-31T12:00:00Z", "data": %s}"""
                .formatted(data));
    }

    private JsonNode parse(String json) throws IOException {
        return body.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
