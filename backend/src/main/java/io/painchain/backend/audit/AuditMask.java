package io.painchain.backend.audit;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Masks what is named like a secret, even where no schema calls it one: the log cannot be changed when a newer schema does.
 * Pure.
 */
final class AuditMask {

    private static final String MASK = "…";
    private static final Pattern SECRET = Pattern
            .compile(
                    "(?i).*(?:pass(?:word|wd|phrase)?|secret|token|credentials?|authorization|(?:api|private|access)[_-]?key)");

    private AuditMask() {
    }

    static JsonNode of(JsonNode state) {
        if (state instanceof ObjectNode object) {
            var masked = object.objectNode();
            object.properties().forEach(member -> masked.set(member.getKey(),
                    SECRET.matcher(member.getKey()).matches() ? hidden(member.getValue()) : of(member.getValue())));
            return masked;
        }
        if (state instanceof ArrayNode array) {
            var masked = array.arrayNode();
            array.forEach(item -> masked.add(of(item)));
            return masked;
        }
        return state;
    }

    /** What is masked already tells whose secret it was. */
    private static JsonNode hidden(JsonNode value) {
        return value.isTextual() && !value.textValue().contains(MASK) ? TextNode.valueOf(MASK) : of(value);
    }
}
