package io.painchain.backend.connector.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.model.validation.FieldError;

class SchemaCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"type": "strin"}                                              | /configSchema/type
            {"properties": {"a": {"minLength": -1}}}                       | /configSchema/properties/a/minLength
            {"required": "token"}                                          | /configSchema/required
            {"properties": {"a": 1}}                                       | /configSchema/properties/a
            {"properties": {"a": {"writeOnly": "yes"}}}                    | /configSchema/properties/a/writeOnly
            {"$ref": "https://example.com/schema.json"}                    | /configSchema/$ref
            {"properties": {"a": {"$ref": "file:///etc/passwd"}}}          | /configSchema/properties/a/$ref
            {"properties": {"a": {"$ref": "#/$defs/none"}}}                | /configSchema/properties/a/$ref
            {"items": {"$id": "https://example.com/other"}}                | /configSchema/items/$id
            {"anyOf": [{"$dynamicRef": "#meta"}]}                          | /configSchema/anyOf/0/$dynamicRef
            {"$schema": "http://json-schema.org/draft-07/schema#"}         | /configSchema/$schema
            {"properties": {"a": {"pattern": "("}}}                        | /configSchema/properties/a/pattern
            {"patternProperties": {"[": {}}}                               | /configSchema/patternProperties
            {"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}}   | /configSchema
            {"writeOnly": true}                                            | /configSchema/writeOnly
            """)
    void namesThePlaceOfWhatIsWrong(String schema, String pointer) throws Exception {
        assertThat(SchemaCheck.errors(new ObjectMapper().readTree(schema), "/configSchema"))
                .extracting(FieldError::pointer).contains(pointer);
    }

    @Test
    void leavesFieldsAloneThatAreNamedLikeKeywords() throws Exception {
        assertThat(SchemaCheck.errors(new ObjectMapper().readTree("""
                {"properties": {"$id": {"type": "string"}, "$ref": {"type": "string"}, "pattern": {"type": "string"}},
                 "default": {"$ref": "nowhere"}}
                """), "/configSchema")).isEmpty();
    }

    @Test
    void refusesASchemaThatIsTooLarge() throws Exception {
        var schema = new ObjectMapper().createObjectNode().put("description", "x".repeat(256 * 1024));

        assertThat(SchemaCheck.errors(schema, "/configSchema"))
                .containsExactly(new FieldError("/configSchema", "must be at most 262144 bytes of JSON"));
    }
}
