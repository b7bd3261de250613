package io.painchain.simulator.kubernetes.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A JSON merge patch (RFC 7396). */
final class MergePatch {

    private MergePatch() {
    }

    static ObjectNode apply(ObjectNode before, ObjectNode patch) {
        ObjectNode after = before.deepCopy();
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                after.remove(field.getKey());
            } else if (value instanceof ObjectNode object) {
                JsonNode old = after.get(field.getKey());
                after.set(field.getKey(), apply(old instanceof ObjectNode known ? known : object.objectNode(), object));
            } else {
                after.set(field.getKey(), value);
            }
        });
        return after;
    }
}
