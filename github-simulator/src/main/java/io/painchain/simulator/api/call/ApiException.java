package io.painchain.simulator.api.call;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.http.HttpResponse;

/** An answer that is not 200, with GitHub's words. */
public final class ApiException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private final transient ArrayNode reasons = JsonNodeFactory.instance.arrayNode();

    public ApiException(int status, String message) {
        super(message);
        this.status = status;
    }

    public static ApiException notFound() {
        return new ApiException(404, "Not Found");
    }

    public ApiException with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Names what is wrong with the request. */
    public ApiException because(String resource, String field, String code) {
        reasons.add(JsonNodeFactory.instance.objectNode().put("resource", resource).put("code", code).put("field",
                field));
        return this;
    }

    public HttpResponse response() {
        HttpResponse response = HttpResponse.json(status, body());
        response.headers().setAll(headers);
        return response;
    }

    /** Redirects name the new address in the body, too. */
    private String body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", getMessage());
        if (headers.containsKey("Location")) {
            body.put("url", headers.get("Location"));
        }
        if (!reasons.isEmpty()) {
            body.set("errors", reasons);
        }
        return body.put("documentation_url", "https://docs.github.com/rest").put("status", Integer.toString(status))
                .toString();
    }
}
