package io.painchain.backend.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.FieldError;
import io.painchain.model.validation.Limits;

/** JSON within what PostgreSQL's {@code jsonb} can hold. */
public final class JsonDocuments {

    /** Far below the limit of {@code numeric}. */
    private static final int LARGEST_EXPONENT = 400;

    /** A control character's escape in bytes; others take up to four. */
    private static final long WIDEST_CHARACTER = 6;
    private static final int LONGEST_LONG = 20;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonDocuments() {
    }

    public static Object toJava(JsonNode json) {
        if (json.isObject()) {
            var values = new LinkedHashMap<String, Object>();
            json.properties().forEach(entry -> values.put(entry.getKey(), toJava(entry.getValue())));
            return values;
        }
        if (json.isArray()) {
            var values = new ArrayList<>(json.size());
            json.forEach(element -> values.add(toJava(element)));
            return values;
        }
        if (json.isNumber()) {
            return json.numberValue();
        }
        if (json.isTextual()) {
            return json.textValue();
        }
        return json.isBoolean() ? json.booleanValue() : null;
    }

    public static int compactBytes(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document).length;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("What was read as JSON can be written as JSON", e);
        }
    }

    public static boolean exceeds(JsonNode json, int bytes) {
        return mostBytes(json) > bytes && compactBytes(json) > bytes;
    }

    /** An upper bound: writing a document only to measure it costs more than the rest of its handling. */
    private static long mostBytes(JsonNode json) {
        if (json.isTextual()) {
            return 2 + WIDEST_CHARACTER * json.textValue().length();
        }
        if (!json.isContainerNode()) {
            return json.isInt() || json.isLong() ? LONGEST_LONG : json.asText().length();
        }
        long bytes = 2;
        for (var entry : json.properties()) {
            bytes += 4 + WIDEST_CHARACTER * entry.getKey().length() + mostBytes(entry.getValue());
        }
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            bytes += 1 + mostBytes(json.get(i));
        }
        return bytes;
    }

    /** Too deep, unclean text, numbers out of range. */
    public static List<FieldError> faults(JsonNode json, String pointer) {
        var faults = new ArrayList<FieldError>();
        collect(json, pointer, 1, faults);
        return faults;
    }

    private static void collect(JsonNode json, String pointer, int depth, List<FieldError> faults) {
        if (depth > Limits.DATA_DEPTH) {
            faults.add(new FieldError(pointer, "must not be nested deeper than " + Limits.DATA_DEPTH + " levels"));
            return;
        }
        if (json.isTextual() && !CleanText.Validator.isClean(json.textValue())) {
            faults.add(new FieldError(pointer, "must not contain NUL characters or unpaired surrogates"));
        }
        if (json.isNumber() && isOutOfRange(json)) {
            faults.add(
                    new FieldError(pointer, "must be a number between -1e" + LARGEST_EXPONENT + " and 1e" + LARGEST_EXPONENT));
        }
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            collectNested(json.get(i), pointer + "/" + i, depth, faults);
        }
        for (var entry : json.properties()) {
            if (!CleanText.Validator.isClean(entry.getKey())) {
                faults.add(new FieldError(pointer, "must not have keys with NUL characters or unpaired surrogates"));
            }
            collectNested(entry.getValue(), pointer + "/" + WireReader.escape(entry.getKey()), depth, faults);
        }
    }

    private static void collectNested(JsonNode json, String pointer, int depth, List<FieldError> faults) {
        collect(json, pointer, json.isContainerNode() ? depth + 1 : depth, faults);
    }

    private static boolean isOutOfRange(JsonNode number) {
        if (number.isFloat() || number.isDouble()) {
            return !Double.isFinite(number.doubleValue());
        }
        BigDecimal value = number.decimalValue();
        return Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT || value.scale() > LARGEST_EXPONENT * 2;
    }
}
