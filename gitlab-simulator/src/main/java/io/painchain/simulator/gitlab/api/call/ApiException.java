package io.painchain.simulator.gitlab.api.call;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.http.HttpResponse;

/** A refusal, in one of GitLab's three forms. */
public final class ApiException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ObjectNode body;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private ApiException(int status, ObjectNode body) {
        super(body.toString());
        this.status = status;
        this.body = body;
    }

    /** {@code {"message":"404 Project Not Found"}}. */
    public static ApiException message(int status, String words) {
        return new ApiException(status, JsonNodeFactory.instance.objectNode().put("message", status + " " + words));
    }

    /** {@code {"error":"per_page does not have a valid value"}}. */
    public static ApiException error(int status, String words) {
        return new ApiException(status, JsonNodeFactory.instance.objectNode().put("error", words));
    }

    /** As OAuth words it. */
    public static ApiException oauth(int status, String error, String description) {
        return new ApiException(status,
                JsonNodeFactory.instance.objectNode().put("error", error).put("error_description", description));
    }

    /** The limit of one endpoint. */
    public static ApiException tooManyRequests() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("message").put("error", "This endpoint has been requested too many times. Try again later.");
        return new ApiException(429, body);
    }

    public ApiException with(String field, String value) {
        body.put(field, value);
        return this;
    }

    public ApiException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public HttpResponse response() {
        HttpResponse response = HttpResponse.json(status, body.toString());
        response.headers().setAll(headers);
        return response;
    }
}
