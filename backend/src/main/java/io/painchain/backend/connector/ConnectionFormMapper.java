package io.painchain.backend.connector;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.connector.ConnectionForm.FormField;
import io.painchain.backend.connector.schema.Subschemas;

final class ConnectionFormMapper {

    private ConnectionFormMapper() {
    }

    static ConnectionForm toForm(String displayName, JsonNode configSchema, JsonNode uiSchema) {
        var fields = new ArrayList<FormField>();
        fields.add(new FormField("name", "Connection Name", "text", "Production " + displayName, true, null, null, null, null));
        var required = names(configSchema.path("required"));
        order(configSchema, uiSchema).forEach(key -> fields.add(field(key,
                target(configSchema, configSchema.path("properties").path(key)), uiSchema.path("fields").path(key),
                required.contains(key))));
        return new ConnectionForm(List.copyOf(fields));
    }

    private static FormField field(String key, JsonNode schema, JsonNode ui, boolean required) {
        return new FormField(key,
                first(ui.path("label"), schema.path("title"), key),
                type(schema),
                first(ui.path("placeholder"), schema.path("examples").path(0), null),
                required,
                defaultValue(schema),
                number(schema.path("minimum")),
                number(schema.path("maximum")),
                first(ui.path("help"), schema.path("description"), null));
    }

    private static Set<String> order(JsonNode configSchema, JsonNode uiSchema) {
        var properties = new LinkedHashSet<String>();
        configSchema.path("properties").fieldNames().forEachRemaining(properties::add);
        var order = new LinkedHashSet<>(names(uiSchema.path("order")));
        order.retainAll(properties);
        order.addAll(properties);
        return order;
    }

    private static String type(JsonNode schema) {
        if (schema.path("writeOnly").asBoolean(false)) {
            return "password";
        }
        return switch (types(schema).findFirst().orElse("string").toLowerCase(Locale.ROOT)) {
            case "boolean" -> "checkbox";
            case "integer", "number" -> "number";
            default -> "text";
        };
    }

    private static Stream<String> types(JsonNode schema) {
        var own = schema.path("type");
        return own.isTextual() ? Stream.of(own.textValue())
                : Stream.concat(names(own).stream(), Stream.of("anyOf", "oneOf", "allOf")
                        .flatMap(choice -> StreamSupport.stream(schema.path(choice).spliterator(), false))
                        .flatMap(ConnectionFormMapper::types));
    }

    private static JsonNode target(JsonNode root, JsonNode schema) {
        var reference = schema.path("$ref");
        return reference.isTextual() ? Subschemas.resolve(root, reference.textValue()) : schema;
    }

    private static Object defaultValue(JsonNode schema) {
        var value = schema.path("default");
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    private static BigDecimal number(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : null;
    }

    private static String first(JsonNode one, JsonNode other, String otherwise) {
        return Stream.of(one, other).filter(JsonNode::isValueNode).map(JsonNode::asText).findFirst().orElse(otherwise);
    }

    private static List<String> names(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
    }
}
