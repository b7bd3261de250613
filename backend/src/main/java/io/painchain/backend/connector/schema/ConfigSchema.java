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

/** What a connector type says of its integrations' {@code config}. */
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

    /** @param json a schema that {@link SchemaCheck} found in order */
    public static ConfigSchema of(JsonNode json) {
        return new ConfigSchema(json);
    }

    /** Everything wrong with a configuration, by pointers that begin with {@code /config}; no value is quoted. */
    public List<FieldError> errors(JsonNode config) {
        return SchemaErrors.of(errors(schema, config), "/config");
    }

    /** The pointers of the configuration's secrets. */
    public Set<String> secrets(JsonNode config) {
        return SchemaMarks.find(json, config, SECRET);
    }

    /** The pointers of what says where the secrets are sent. */
    public Set<String> secretTargets(JsonNode config) {
        return SchemaMarks.find(json, config, SECRET_TARGET);
    }

    /** The field of a configuration that lists what is watched, and that users fill by choosing. */
    public Optional<String> discovered() {
        return json.path("properties").properties().stream()
                .filter(property -> property.getValue().path(DISCOVERED).asBoolean(false))
                .map(Map.Entry::getKey).findFirst();
    }

    static Schema compile(JsonNode json) {
        // Nothing is ever fetched: what is not in the schema or the library is not found.
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder
                .schemaLoader(loader -> loader.block(iri -> !iri.toString().startsWith(SchemaCheck.DIALECT_HOME))));
        return registry.getSchema(json);
    }

    static List<Error> errors(Schema schema, JsonNode document) {
        return schema.validate(document, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
