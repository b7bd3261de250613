package io.painchain.simulator.fault;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.http.HttpResponse;

/** What GraphQL answers where one query's resources run out: the lists resolved so far, null and an error for the rest. */
final class PartialAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST = "nodes";

    private final ArrayNode errors;
    private final Refusals refusals;
    private int left;

    private PartialAnswer(ArrayNode errors, Refusals refusals, int lists) {
        this.refusals = refusals;
        this.errors = errors;
        this.left = lists;
    }

    static HttpResponse play(Fault fault, Exchange exchange) {
        HttpResponse regular = exchange.unconditional().get();
        try {
            JsonNode answer = JSON.readTree(regular.body());
            if (answer.path("data").isObject()) {
                PartialAnswer partial = new PartialAnswer(answer.withArray("errors"), exchange.refusals(),
                        fault.bytes());
                partial.cut(answer.get("data"), JSON.createArrayNode());
            }
            return regular.body(JSON.writeValueAsBytes(answer));
        } catch (IOException e) {
            throw new UncheckedIOException("Only JSON answers can be partial", e);
        }
    }

    private void cut(JsonNode node, ArrayNode path) {
        if (node instanceof ObjectNode object) {
            object.properties().stream().toList().forEach(entry -> {
                ArrayNode below = path.deepCopy().add(entry.getKey());
                if (entry.getKey().equals(LIST) && entry.getValue().isArray() && left-- <= 0) {
                    object.putNull(LIST);
                    refuse(below);
                } else {
                    cut(entry.getValue(), below);
                }
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            cut(node.get(i), path.deepCopy().add(i));
        }
    }

    private void refuse(ArrayNode path) {
        errors.add(refusals.missingList(path));
    }
}
