package io.painchain.backend.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What of two states differs; members that are the same in both are left out, at every depth. Pure. */
record AuditDifference(JsonNode before, JsonNode after) {

    static AuditDifference of(JsonNode before, JsonNode after) {
        if (!(before instanceof ObjectNode old) || !(after instanceof ObjectNode changed)) {
            return new AuditDifference(before, after);
        }
        var left = old.objectNode();
        var right = old.objectNode();
        old.properties().forEach(member -> {
            var other = changed.get(member.getKey());
            if (other == null) {
                left.set(member.getKey(), member.getValue());
            } else if (!other.equals(member.getValue())) {
                var inner = of(member.getValue(), other);
                left.set(member.getKey(), inner.before());
                right.set(member.getKey(), inner.after());
            }
        });
        changed.properties().stream().filter(member -> !old.has(member.getKey()))
                .forEach(member -> right.set(member.getKey(), member.getValue()));
        return new AuditDifference(left, right);
    }
}
