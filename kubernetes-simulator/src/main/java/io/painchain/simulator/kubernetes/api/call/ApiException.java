package io.painchain.simulator.kubernetes.api.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.kubernetes.store.ResourceType;

/** A refusal, which the server words as an object of kind {@code Status}. */
public final class ApiException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ObjectNode status;

    private ApiException(int code, String reason, String message) {
        super(message);
        status = status(code, reason, message);
    }

    public static ApiException of(int code, String reason, String message) {
        return new ApiException(code, reason, message);
    }

    public static ApiException unauthorized() {
        return of(401, "Unauthorized", "Unauthorized");
    }

    public static ApiException noSuchResource() {
        return of(404, "NotFound", "the server could not find the requested resource");
    }

    public static ApiException notFound(ResourceType type, String name) {
        ApiException missing = of(404, "NotFound", type.resource() + " \"" + name + "\" not found");
        missing.status.putObject("details").put("name", name).put("group", type.group()).put("kind", type.plural());
        return missing;
    }

    /** {@code Gone} where a watch begins too early, {@code Expired} for a list. */
    public static ApiException expired(String message) {
        return of(410, "Expired", message);
    }

    public static ApiException badRequest(String message) {
        return of(400, "BadRequest", message);
    }

    public static ObjectNode status(int code, String reason, String message) {
        ObjectNode status = JsonNodeFactory.instance.objectNode().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        return status.put("status", "Failure").put("message", message).put("reason", reason).put("code", code);
    }

    public HttpResponse response() {
        return HttpResponse.json(status.get("code").asInt(), status.toString());
    }
}
