package io.painchain.backend.connector.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.model.validation.FieldError;

class ConfigSchemaTest {

    private static final String CANARY = "ghp_canary0123456789";

    private static final String GIT = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "required": ["token"],
              "properties": {
                "token": {"type": "string", "minLength": 1, "writeOnly": true},
                "pollInterval": {"type": "integer", "minimum": 60, "maximum": 3600},
                "apiUrl": {"type": "string", "format": "uri", "x-secret-target": true},
                "repositories": {"anyOf": [
                  {"type": "string"},
                  {"type": "array", "items": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/repository"}]}}]},
                "mirrors": {"type": "array", "items": {"$ref": "#/$defs/mirror"}}
              },
              "$defs": {
                "repository": {"type": "object", "required": ["owner", "repo"],
                  "properties": {"owner": {"type": "string"}, "repo": {"type": "string"}}},
                "mirror": {"type": "object",
                  "properties": {"url": {"type": "string", "x-secret-target": true},
                                 "password": {"type": "string", "writeOnly": true}}}
              }
            }
            """;

    @Test
    void acceptsWhatTheSchemaAllows() {
        assertThat(errors(GIT, """
                {"token": "t", "pollInterval": 60, "apiUrl": "https://github.acme.com/api/v3",
                 "repositories": ["acme/web", {"owner": "acme", "repo": "api"}], "mirrors": [{"url": "https://m"}]}
                """)).isEmpty();
    }

    @Test
    void saysInItsOwnWordsWhatAPatternAsksFor() {
        var patterns = """
                {"type": "object", "properties": {
                  "url": {"type": "string", "pattern": "^https:", "x-form": "an https address"},
                  "names": {"oneOf": [{"type": "string"},
                    {"type": "array", "items": {"$ref": "#/$defs/name"}}]}, "plain": {"type": "string", "pattern": "^a"}},
                 "$defs": {"name": {"type": "string", "pattern": "^[a-z]+$", "x-form": "small letters"}}}
                """;

        assertThat(errors(patterns, "{\"url\": \"http://a\", \"names\": [\"B\"], \"plain\": \"b\"}")).contains(
                new FieldError("/config/url", "must be an https address"),
                new FieldError("/config/names/0", "must be small letters"),
                new FieldError("/config/plain", "must match the pattern ^a"));
    }

    @Test
    void callsNoFieldUnknownWhoseValueIsWrong() {
        var forms = """
                {"type": "object", "properties": {"items": {"oneOf": [{"type": "string"}, {"type": "object",
                  "additionalProperties": false, "properties": {"path": {"type": "string", "pattern": "^a"}}}]}}}
                """;

        assertThat(errors(forms, "{\"items\": {\"path\": \"b\"}}"))
                .contains(new FieldError("/config/items/path", "must match the pattern ^a"));
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        assertThat(errors(GIT, """
                {"pollInterval": 59, "apiUrl": "not a uri", "tokn": "t", "mirrors": [{"pasword": "x"}]}
                """)).containsExactlyInAnyOrder(
                new FieldError("/config/token", "is required"),
                new FieldError("/config/pollInterval", "must be at least 60"),
                new FieldError("/config/apiUrl", "must be a valid uri"),
                new FieldError("/config/tokn", "is not a field that this connector knows"),
                new FieldError("/config/mirrors/0/pasword", "is not a field that this connector knows"));
    }

    @Test
    void saysWhatTypeAFieldMustHave() {
        assertThat(errors(GIT, """
                {"token": 1, "pollInterval": "60", "mirrors": {}}
                """)).containsExactlyInAnyOrder(
                new FieldError("/config/token", "must be a string"),
                new FieldError("/config/pollInterval", "must be a whole number"),
                new FieldError("/config/mirrors", "must be an array"));
    }

    @Test
    void namesTheFieldThatAnotherOneAsksFor() {
        assertThat(errors("""
                {"properties": {"url": true, "token": true}, "dependentRequired": {"url": ["token"]}}
                """, """
                {"url": "x"}
                """)).containsExactly(new FieldError("/config/token", "is required where url is given"));
    }

    @Test
    void findsSecretsAndTheirTargetsBehindReferencesAndInArrays() {
        var config = json("""
                {"token": "t", "apiUrl": "https://a", "mirrors": [{"url": "https://m"}, {"password": "p"}]}
                """);

        assertThat(schema(GIT).secrets(config)).containsExactlyInAnyOrder("/token", "/mirrors/1/password");
        assertThat(schema(GIT).secretTargets(config)).containsExactlyInAnyOrder("/apiUrl", "/mirrors/0/url");
    }

    @Test
    void findsSecretsInBranchesThatDoNotApplyAndUnderAnyName() {
        // Given
        var schema = schema("""
                {"properties": {"kind": {"type": "string"}},
                 "if": {"properties": {"kind": {"const": "basic"}}},
                 "then": {"properties": {"password": {"writeOnly": true}}},
                 "oneOf": [{"properties": {"a/b": {"writeOnly": true}}}, {"required": ["kind"]}],
                 "patternProperties": {"^x-": {"writeOnly": true}},
                 "additionalProperties": {"prefixItems": [{"writeOnly": true}]}}
                """);

        // When
        var secrets = schema.secrets(json("""
                {"kind": "none", "password": "p", "a/b": "s", "x-key": "k", "other": ["secret", "plain"]}
                """));

        // Then
        assertThat(secrets).containsExactlyInAnyOrder("/password", "/a~1b", "/x-key", "/other/0");
    }

    @Test
    void endsOnSchemasThatContainThemselves() {
        var schema = schema("""
                {"properties": {"child": {"$ref": "#"}, "token": {"writeOnly": true}}}
                """);

        assertThat(schema.secrets(json("""
                {"token": "t", "child": {"child": {"token": "t"}}}
                """))).containsExactlyInAnyOrder("/token", "/child/child/token");
    }

    @Test
    void keepsAFreeObjectFree() {
        assertThat(
                errors("""
                        {"properties": {"labels": {"type": "object"}, "more": {"properties": {"a": true}, "additionalProperties": true}}}
                        """,
                        """
                                {"labels": {"team": "x"}, "more": {"b": 1}}
                                """))
                .isEmpty();
    }

    @Test
    void refusesUnknownFieldsBesideComposedOnes() {
        assertThat(errors("""
                {"allOf": [{"properties": {"a": {"type": "string"}}}], "properties": {"b": {"type": "string"}}}
                """, """
                {"a": "1", "b": "2", "c": "3"}
                """)).containsExactly(new FieldError("/config/c", "is not a field that this connector knows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'type': 'integer'}", "{'const': 'x'}", "{'enum': ['x', 'y']}", "{'pattern': '^x$'}", "{'format': 'ipv4'}",
            "{'format': 'uuid'}", "{'format': 'date-time'}", "{'format': 'uri', 'pattern': ' '}", "{'maxLength': 3}",
            "{'minLength': 99}", "{'not': {'type': 'string'}}", "{'anyOf': [{'const': 1}, {'const': 2}]}",
            "{'oneOf': [{'type': 'string'}, {'minLength': 1}]}", "{'if': true, 'then': {'const': 1}}", "false",
            "{'allOf': [{'type': 'integer'}]}" })
    void quotesNoValueInItsErrors(String rule) {
        // Given
        var schema = "{'properties': {'token': %s}}".formatted(rule).replace('\'', '"');

        // When
        var errors = errors(schema, "{\"token\": \"" + CANARY + "\"}");

        // Then
        assertThat(errors).isNotEmpty().allSatisfy(error -> assertThat(error.toString()).doesNotContain("canary"))
                .allSatisfy(error -> assertThat(error.pointer()).isEqualTo("/config/token"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'uniqueItems': true}", "{'maxItems': 1}", "{'contains': {'const': 1}}",
            "{'items': {'type': 'integer'}}", "{'items': false}", "{'prefixItems': [{'const': 1}]}" })
    void quotesNoItemInItsErrors(String rule) {
        // Given
        var schema = "{'properties': {'tokens': %s}}".formatted(rule).replace('\'', '"');

        // When
        var errors = errors(schema, "{\"tokens\": [\"" + CANARY + "\", \"" + CANARY + "\"]}");

        // Then
        assertThat(errors).isNotEmpty().allSatisfy(error -> assertThat(error.toString()).doesNotContain("canary"));
    }

    private static List<FieldError> errors(String schema, String config) {
        return schema(schema).errors(json(config));
    }

    private static ConfigSchema schema(String schema) {
        var json = json(schema);
        assertThat(SchemaCheck.errors(json, "/configSchema")).isEmpty();
        return ConfigSchema.of(json);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
