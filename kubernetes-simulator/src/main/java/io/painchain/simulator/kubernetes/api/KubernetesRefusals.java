package io.painchain.simulator.kubernetes.api;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.Refusals;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.kubernetes.api.call.ApiException;

/** Refusals in the server's words. */
final class KubernetesRefusals implements Refusals {

    private static final Map<Integer, String> REASONS = Map.of(401, "Unauthorized", 403, "Forbidden", 404, "NotFound", 410,
            "Expired", 429, "TooManyRequests", 500, "InternalError", 503, "ServiceUnavailable", 504, "Timeout");

    @Override
    public HttpResponse refuse(Fault fault) {
        int status = fault.status() == 0 ? 500 : fault.status();
        String reason = REASONS.getOrDefault(status, "Unknown");
        String message = fault.text() == null ? "the server refused: " + reason : fault.text();
        HttpResponse response = HttpResponse.json(status, ApiException.status(status, reason, message).toString());
        return status == 429 ? response.with("Retry-After", "1") : response;
    }

    @Override
    public ObjectNode missingList(ArrayNode path) {
        return JsonNodeFactory.instance.objectNode();
    }
}
