package io.painchain.backend.connector.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.painchain.model.validation.FieldError;

public final class ConfigSchema {

    private static final String SECRET = "writeOnly";
    private static final String SECRET_TARGET = "x-secret-target";

    private static final String DISCOVERED = "x-discover";
    private static final String PEOPLE = "x-people";

    private final JsonNode json;
    private final Schema schema;

    private ConfigSchema(JsonNode json) {
        this.json = json;
        this.schema = compile(ClosedSchema.of(json));
    }

    public static ConfigSchema of(JsonNode json) {
        return new ConfigSchema(json);
    }

    /** Pointers begin with {@code /config}; no value is quoted. */
    public List<FieldError> errors(JsonNode config) {
        return SchemaErrors.of(errors(schema, config), "/config", json);
    }

    public Set<String> secrets(JsonNode config) {
        return SchemaMarks.find(json, config, SECRET);
    }

    public Set<String> secretTargets(JsonNode config) {
        return SchemaMarks.find(json, config, SECRET_TARGET);
    }

    /** The field that lists what is watched, filled by choosing. */
    public Optional<String> discovered() {
        return json.path("properties").properties().stream()
                .filter(property -> property.getValue().path(DISCOVERED).asBoolean(false))
                .map(Map.Entry::getKey).findFirst();
    }

    /** Whether its connector tells who changes things. */
    public boolean tellsOfPeople() {
        return json.path(PEOPLE).asBoolean(false);
    }

    /** The required fields of a list's items where these may be objects. */
    public List<String> partsOfItems(String field) {
        return alternatives(json.path("properties").path(field)).map(list -> list.path("items"))
                .flatMap(ConfigSchema::alternatives).filter(item -> item.path("properties").isObject()).findFirst()
                .map(item -> StreamSupport.stream(item.path("required").spliterator(), false).map(JsonNode::asText).toList())
                .orElse(List.of());
    }

    private static Stream<JsonNode> alternatives(JsonNode schema) {
        return Stream.concat(Stream.of(schema), Stream.of("oneOf", "anyOf")
                .flatMap(keyword -> StreamSupport.stream(schema.path(keyword).spliterator(), false)));
    }

    static Schema compile(JsonNode json) {
        // Nothing is fetched: a reference outside the schema and the library is an error.
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder
                .schemaLoader(loader -> loader.block(iri -> !iri.toString().startsWith(SchemaCheck.DIALECT_HOME))));
        return registry.getSchema(json);
    }

    static List<Error> errors(Schema schema, JsonNode document) {
        return schema.validate(document, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
