package io.painchain.github.proxy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Removes API URLs, and the token that some of them carry. */
final class ShownFields {

    private static final Set<String> KEPT_ADDRESSES = Set.of("html_url", "avatar_url", "clone_url", "ssh_url", "badge_url");
    private static final Set<String> HIDDEN = Set.of("url", "_links", "node_id", "gravatar_id", "temp_clone_token",
            "performed_via_github_app");

    private ShownFields() {
    }

    static Object of(JsonNode record) {
        if (record.isObject()) {
            Map<String, Object> shown = new LinkedHashMap<>();
            ((ObjectNode) record).properties().stream().filter(field -> !hidden(field.getKey()))
                    .forEach(field -> shown.put(field.getKey(), of(field.getValue())));
            return shown;
        }
        if (record.isArray()) {
            List<Object> shown = new ArrayList<>();
            record.forEach(item -> shown.add(of(item)));
            return shown;
        }
        return record.isNull() ? null
                : record.isBoolean() ? record.booleanValue() : record.isNumber() ? record.numberValue() : record.asText();
    }

    private static boolean hidden(String key) {
        return HIDDEN.contains(key) || key.endsWith("_url") && !KEPT_ADDRESSES.contains(key);
    }
}
