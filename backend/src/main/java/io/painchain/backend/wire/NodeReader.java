package io.painchain.backend.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.painchain.model.validation.FieldError;

/** Notes each type mismatch and continues. */
final class NodeReader {

    private final List<FieldError> errors;

    NodeReader(List<FieldError> errors) {
        this.errors = errors;
    }

    Record record(JsonNode json, Class<?> type, String pointer) {
        if (!json.isObject()) {
            return wrong(pointer, "must be a JSON object");
        }
        var shape = RecordShape.of(type);
        return shape.construct(shape.components().stream()
                .map(component -> component(json.get(component.name()), component, pointer))
                .toArray());
    }

    private Object component(JsonNode json, RecordShape.Component component, String pointer) {
        var here = pointer + "/" + component.name();
        if (json == null || json.isNull()) {
            return absent(component, here);
        }
        var value = value(json, component.genericType(), here);
        return value == null && component.type().isPrimitive() ? primitiveDefault(component.type()) : value;
    }

    private Object absent(RecordShape.Component component, String pointer) {
        if (!component.type().isPrimitive()) {
            return null;
        }
        errors.add(new FieldError(pointer, "must not be null"));
        return primitiveDefault(component.type());
    }

    private Object value(JsonNode json, Type type, String pointer) {
        if (type instanceof ParameterizedType generic) {
            return container(json, generic, pointer);
        }
        var plain = (Class<?>) type;
        if (plain == Object.class || JsonNode.class.isAssignableFrom(plain)) {
            return plain == Object.class ? JsonDocuments.toJava(json) : json;
        }
        if (plain == String.class) {
            return json.isTextual() ? json.textValue() : wrong(pointer, "must be a string");
        }
        if (plain == Instant.class) {
            return instant(json, pointer);
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return json.isBoolean() ? json.booleanValue() : wrong(pointer, "must be true or false");
        }
        if (plain == int.class || plain == Integer.class) {
            return json.canConvertToExactIntegral() && json.canConvertToInt() ? json.intValue()
                    : wrong(pointer, "must be a whole number");
        }
        if (plain == long.class || plain == Long.class) {
            return json.canConvertToExactIntegral() && json.canConvertToLong() ? json.longValue()
                    : wrong(pointer, "must be a whole number");
        }
        if (plain.isEnum()) {
            return constant(json, plain, pointer);
        }
        if (plain.isRecord()) {
            return record(json, plain, pointer);
        }
        throw new IllegalStateException("No wire record may have a component of " + type);
    }

    private Object container(JsonNode json, ParameterizedType type, String pointer) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return list(json, arguments[0], pointer);
        }
        if (!json.isObject()) {
            return wrong(pointer, "must be a JSON object");
        }
        return arguments[1] == Object.class ? document(json, pointer) : map(json, type, pointer);
    }

    private List<Object> list(JsonNode json, Type element, String pointer) {
        if (!json.isArray()) {
            return wrong(pointer, "must be an array");
        }
        var values = new ArrayList<>(json.size());
        for (int i = 0; i < json.size(); i++) {
            values.add(json.get(i).isNull() ? null : value(json.get(i), element, pointer + "/" + i));
        }
        return values;
    }

    private Map<Object, Object> map(JsonNode json, ParameterizedType type, String pointer) {
        var keys = (Class<?>) type.getActualTypeArguments()[0];
        var element = type.getActualTypeArguments()[1];
        var values = new LinkedHashMap<Object, Object>();
        json.properties().forEach(entry -> {
            var here = pointer + "/" + WireReader.escape(entry.getKey());
            values.put(keys.isEnum() ? constant(TextNode.valueOf(entry.getKey()), keys, here) : entry.getKey(),
                    entry.getValue().isNull() ? null : value(entry.getValue(), element, here));
        });
        return values;
    }

    private Object document(JsonNode json, String pointer) {
        errors.addAll(JsonDocuments.faults(json, pointer));
        return JsonDocuments.toJava(json);
    }

    private Instant instant(JsonNode json, String pointer) {
        try {
            return Timestamps.parse(json.isTextual() || json.isNumber() ? json.asText() : "");
        } catch (IllegalArgumentException e) {
            return wrong(pointer, e.getMessage());
        }
    }

    private Object constant(JsonNode json, Class<?> type, String pointer) {
        var constants = type.getEnumConstants();
        for (var constant : constants) {
            if (json.isTextual() && constant.toString().equals(json.textValue())) {
                return constant;
            }
        }
        return wrong(pointer, "must be one of " + Stream.of(constants).map(Object::toString).toList());
    }

    private <T> T wrong(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
        return null;
    }

    private static Object primitiveDefault(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : (Object) 0L;
    }
}
