package io.painchain.backend.connector.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.painchain.backend.connector.schema.Subschemas.Place;
import io.painchain.model.validation.FieldError;
import io.painchain.model.validation.Limits;

/** Checks that a schema is valid, self-contained and of one dialect. */
public final class SchemaCheck {

    static final String DIALECT_HOME = "https://json-schema.org/draft/2020-12/";

    private static final String DIALECT = DIALECT_HOME + "schema";
    private static final List<String> REFUSED = List.of("$id", "$dynamicRef", "$dynamicAnchor", "$anchor", "$vocabulary");
    private static final Schema META = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(DIALECT));

    private SchemaCheck() {
    }

    public static List<FieldError> errors(JsonNode schema, String pointer) {
        if (schema.toString().length() > Limits.CONFIG_SCHEMA_BYTES) {
            return List.of(new FieldError(pointer, "must be at most %d bytes of JSON".formatted(Limits.CONFIG_SCHEMA_BYTES)));
        }
        var errors = new ArrayList<>(SchemaErrors.of(ConfigSchema.errors(META, schema), pointer, MissingNode.getInstance()));
        if (errors.isEmpty()) {
            Subschemas.all(schema, pointer).forEach(place -> addFaults(place, schema, errors));
        }
        if (errors.isEmpty()) {
            trial(schema, pointer).ifPresent(errors::add);
        }
        return errors;
    }

    private static void addFaults(Place place, JsonNode root, List<FieldError> errors) {
        var schema = place.schema();
        REFUSED.stream().filter(schema::has).forEach(keyword -> errors.add(
                new FieldError(place.pointer() + "/" + keyword, "is not supported; refer by #/$defs/… within the schema")));
        if (schema.has("$schema") && !schema.path("$schema").asText().replaceFirst("#$", "").equals(DIALECT)) {
            errors.add(new FieldError(place.pointer() + "/$schema", "must be " + DIALECT));
        }
        if (schema.has("$ref") && !Subschemas.resolve(root, schema.path("$ref").asText()).isContainerNode()) {
            errors.add(new FieldError(place.pointer() + "/$ref",
                    "must lead to a schema within this one, such as #/$defs/repository; nothing is fetched"));
        }
        if (place.schema() == root && schema.path("writeOnly").asBoolean(false)) {
            errors.add(new FieldError(place.pointer() + "/writeOnly", "must stand at the secret fields, not at the whole"));
        }
    }

    /** What the validator itself cannot use must not be stored. */
    private static Optional<FieldError> trial(JsonNode schema, String pointer) {
        try {
            ConfigSchema.of(schema).errors(JsonNodeFactory.instance.objectNode());
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of(new FieldError(pointer, "cannot be used to validate a configuration"));
        }
    }
}
