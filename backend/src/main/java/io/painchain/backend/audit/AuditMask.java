package io.painchain.backend.audit;

import java.util.List;
import java.util.Locale;

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
    private static final List<String> ENDINGS = List.of("pass", "password", "passwd", "passphrase", "secret", "token",
            "credential",
            "credentials", "authorization", "apikey", "privatekey", "accesskey");

    private AuditMask() {
    }

    static JsonNode of(JsonNode state) {
        if (state instanceof ObjectNode object) {
            var masked = object.objectNode();
            object.properties().forEach(member -> masked.set(member.getKey(),
                    isSecret(member.getKey()) ? hidden(member.getValue()) : of(member.getValue())));
            return masked;
        }
        if (state instanceof ArrayNode array) {
            var masked = array.arrayNode();
            array.forEach(item -> masked.add(of(item)));
            return masked;
        }
        return state;
    }

    private static boolean isSecret(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return ENDINGS.stream().anyMatch(plain::endsWith);
    }

    /** What is masked already tells whose secret it was. */
    private static JsonNode hidden(JsonNode value) {
        return value.isTextual() && !value.textValue().contains(MASK) ? TextNode.valueOf(MASK) : of(value);
    }
}
