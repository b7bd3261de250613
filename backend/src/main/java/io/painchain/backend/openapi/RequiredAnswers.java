package io.painchain.backend.openapi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Every field is in an answer, {@code null} where it has no value. So all of what is only answered is required, unless a schema
 * says itself what is; what is sent keeps the rules of its validation.
 */
final class RequiredAnswers {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Schema> schemas;

    private RequiredAnswers(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void mark(OpenAPI document) {
        var answers = new RequiredAnswers(document.getComponents().getSchemas());
        var operations = document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream()).toList();
        var sent = answers.reachedFrom(operations.stream().flatMap(RequiredAnswers::bodies));
        var answered = answers.reachedFrom(operations.stream().flatMap(RequiredAnswers::results));
        answered.removeAll(sent);
        answered.stream().map(answers.schemas::get).forEach(RequiredAnswers::requireAll);
    }

    private static void requireAll(Schema schema) {
        if (schema.getRequired() == null && schema.getProperties() != null) {
            schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
        }
    }

    private static Stream<Schema> bodies(Operation operation) {
        return operation.getRequestBody() == null ? Stream.of() : schemasOf(operation.getRequestBody().getContent());
    }

    private static Stream<Schema> results(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream().flatMap(it -> schemasOf(it.getContent()));
    }

    private static Stream<Schema> schemasOf(Content content) {
        return content == null ? Stream.of()
                : content.getMediaTypes().values().stream().map(it -> it.getSchema()).filter(Objects::nonNull);
    }

    private Set<String> reachedFrom(Stream<Schema> roots) {
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(roots.toList());
        while (!open.isEmpty()) {
            var schema = open.pop();
            open.addAll(partsOf(schema).toList());
            if (schema.getRef() != null && reached.add(nameOf(schema))) {
                open.push(schemas.get(nameOf(schema)));
            }
        }
        return reached;
    }

    private static String nameOf(Schema reference) {
        return reference.getRef().substring(SCHEMAS.length());
    }

    private static Stream<Schema> partsOf(Schema schema) {
        var properties = schema.getProperties() == null ? Stream.<Schema> of() : schema.getProperties().values().stream();
        var alternatives = Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf()).filter(Objects::nonNull)
                .flatMap(Collection::stream);
        var values = Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema()).filter(Objects::nonNull);
        return Stream.of(properties, alternatives, values).flatMap(it -> it);
    }
}
