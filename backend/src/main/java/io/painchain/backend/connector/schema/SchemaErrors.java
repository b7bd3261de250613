package io.painchain.backend.connector.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;

import io.painchain.model.validation.FieldError;

/** Violations in sentences made from the schema alone: the wrong value may be a secret. */
final class SchemaErrors {

    /** Keywords whose parts give better messages. */
    private static final Set<String> SUMMARIES = Set.of("anyOf", "oneOf", "allOf", "if", "$ref");

    private static final String FORM = "x-form";
    private static final String UNKNOWN = "is not a field that this connector knows";

    private SchemaErrors() {
    }

    /** @param schema may say in {@code x-form} what a pattern asks for, in words that follow "must be" */
    static List<FieldError> of(List<Error> errors, String root, JsonNode schema) {
        var precise = errors.stream().filter(error -> !SUMMARIES.contains(error.getKeyword())).toList();
        var byPointer = (precise.isEmpty() ? errors : precise).stream()
                .map(error -> new FieldError(pointer(error, root), sentence(error, schema)))
                .collect(Collectors.groupingBy(FieldError::pointer,
                        Collectors.mapping(FieldError::detail, Collectors.toCollection(TreeSet::new))));
        return byPointer.entrySet().stream()
                .map(entry -> new FieldError(entry.getKey(), inOneSentence(entry.getValue())))
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
    }

    /** A field whose value is wrong counts as unknown beside, where a schema has several forms. */
    private static String inOneSentence(TreeSet<String> details) {
        if (details.size() > 1) {
            details.remove(UNKNOWN);
        }
        return String.join(", or ", details);
    }

    private static String pointer(Error error, String root) {
        var at = root + error.getInstanceLocation();
        return switch (error.getKeyword()) {
            case "required", "additionalProperties", "unevaluatedProperties" -> below(at, error.getProperty());
            case "dependentRequired" -> below(at, dependency(error, 0));
            default -> at;
        };
    }

    private static String below(String at, String field) {
        return field == null ? at : at + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /** Of a field that another one asks for: first what is missing, then what asks for it, which the error has as its field. */
    private static String dependency(Error error, int which) {
        var names = error.getArguments();
        return names == null || names.length <= which ? error.getProperty() : String.valueOf(names[which]);
    }

    private static String sentence(Error error, JsonNode schema) {
        var wanted = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> "is required";
            case "dependentRequired" -> "is required where " + dependency(error, 1) + " is given";
            case "additionalProperties", "unevaluatedProperties" -> UNKNOWN;
            case "type" -> "must be " + type(wanted);
            case "enum" -> "must be one of " + wanted;
            case "const" -> "must be " + wanted;
            case "pattern" -> pattern(error, schema);
            case "format" -> "must be a valid " + text(wanted);
            case "minimum" -> "must be at least " + text(wanted);
            case "maximum" -> "must be at most " + text(wanted);
            case "exclusiveMinimum" -> "must be more than " + text(wanted);
            case "exclusiveMaximum" -> "must be less than " + text(wanted);
            case "multipleOf" -> "must be a multiple of " + text(wanted);
            case "minLength" -> "must be at least " + text(wanted) + " characters long";
            case "maxLength" -> "must be at most " + text(wanted) + " characters long";
            case "minItems" -> "must have at least " + text(wanted) + " items";
            case "maxItems" -> "must have at most " + text(wanted) + " items";
            case "minProperties" -> "must have at least " + text(wanted) + " fields";
            case "maxProperties" -> "must have at most " + text(wanted) + " fields";
            case "uniqueItems" -> "must not hold the same item twice";
            case "anyOf", "oneOf" -> "must have exactly one of the forms that the connector's schema names";
            default -> "is not what the connector's schema asks for (" + error.getKeyword() + ")";
        };
    }

    private static String pattern(Error error, JsonNode schema) {
        var form = schema.at(error.getSchemaLocation().getFragment().getParent().toString()).path(FORM);
        return form.isTextual() ? "must be " + form.asText() : "must match the pattern " + text(error.getSchemaNode());
    }

    private static String type(JsonNode wanted) {
        if (wanted == null) {
            return "of another type";
        }
        return wanted.isArray() ? StreamSupport.stream(wanted.spliterator(), false).map(SchemaErrors::word)
                .collect(Collectors.joining(" or ")) : word(wanted);
    }

    private static String word(JsonNode type) {
        return switch (type.asText()) {
            case "string" -> "a string";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "an array";
            case "object" -> "a JSON object";
            default -> type.asText();
        };
    }

    private static String text(JsonNode wanted) {
        return wanted == null ? "what the connector's schema says" : wanted.asText();
    }
}
