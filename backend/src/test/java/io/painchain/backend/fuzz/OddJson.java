package io.painchain.backend.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Bodies as a schema of the document has them, with something odd somewhere. */
final class OddJson {

    private static final int DEEPEST = 6;
    private static final List<String> TRUNCATED = List.of("{", "[", "\"", "{\"a\":", "nul", "}", "{\"a\":1}{}", "{a:1}",
            "{'a':1}", "/*x*/{}", "{\"\\u12\":1}",
            "NaN", "[1,]", "\u0000", "{\"a\":01}");

    private final JsonNode document;
    private final Random random;

    OddJson(JsonNode document, Random random) {
        this.document = document;
        this.random = random;
    }

    byte[] body(JsonNode schema) {
        var text = new StringBuilder();
        write(schema, text, 0);
        return switch (random.nextInt(24)) {
            case 0 -> new byte[0];
            case 1 -> bytes(OddValues.one(TRUNCATED, random));
            case 2 -> bytes("[".repeat(20_000));
            case 3 -> bytes("{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));
            case 4 -> text.toString().getBytes(StandardCharsets.UTF_16);
            case 5 -> bytes("\uFEFF" + text);
            case 6 -> broken(bytes(text.toString()));
            case 7 -> bytes("null");
            case 8 -> bytes(OddValues.one(OddValues.NUMBERS, random));
            case 9 -> bytes("[" + text + "]");
            case 10 -> bytes("{\"name\":1,\"name\":2,\"type\":\"x\",\"type\":[]}");
            case 11 -> bytes("{\"title\":" + "9".repeat(5_000) + "}");
            default -> bytes(text.toString());
        };
    }

    private byte[] broken(byte[] bytes) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) (128 + random.nextInt(128));
        }
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void write(JsonNode schema, StringBuilder text, int depth) {
        var resolved = resolved(schema);
        if (random.nextInt(12) == 0 || depth > DEEPEST) {
            text.append(oddScalar());
            return;
        }
        var type = resolved.path("type").isArray() ? resolved.path("type").path(0).asText() : resolved.path("type").asText();
        switch (type) {
            case "object" -> writeObject(resolved, text, depth);
            case "array" -> {
                text.append('[');
                write(resolved.path("items"), text, depth + 1);
                text.append(']');
            }
            case "integer", "number" -> text.append(random.nextInt(100));
            case "boolean" -> text.append(random.nextBoolean());
            case "string" -> text.append(quoted(usual(resolved)));
            default -> text.append(oddScalar());
        }
    }

    private void writeObject(JsonNode schema, StringBuilder text, int depth) {
        text.append('{');
        var separator = "";
        for (var property : schema.path("properties").properties()) {
            if (random.nextInt(10) > 0) {
                text.append(separator).append(quoted(property.getKey())).append(':');
                write(property.getValue(), text, depth + 1);
                separator = ",";
            }
        }
        if (random.nextInt(8) == 0 || schema.path("properties").isEmpty()) {
            text.append(separator).append(quoted(OddValues.one(OddValues.TEXTS, random))).append(':').append(oddScalar());
        }
        text.append('}');
    }

    private String usual(JsonNode schema) {
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size())).asText();
        }
        return switch (schema.path("format").asText()) {
            case "date-time" -> "2026-01-31T12:00:00Z";
            default -> "fuzz";
        };
    }

    private String oddScalar() {
        return switch (random.nextInt(6)) {
            case 0 -> OddValues.one(OddValues.NUMBERS, random);
            case 1 -> "null";
            case 2 -> random.nextBoolean() ? "{}" : "[]";
            case 3 -> "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]";
            default -> quoted(OddValues.one(OddValues.TEXTS, random));
        };
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            return document.at(reference.substring(1));
        }
        return schema.has("allOf") ? resolved(schema.path("allOf").path(0)) : schema;
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
