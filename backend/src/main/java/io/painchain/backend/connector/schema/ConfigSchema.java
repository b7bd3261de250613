package io.painchain.backend.connector.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        return SchemaErrors.of(errors(schema, config), "/config");
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
