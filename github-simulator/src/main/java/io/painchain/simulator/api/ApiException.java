package io.painchain.simulator.api;

import java.util.LinkedHashMap;
import java.util.Map;

import io.painchain.simulator.http.HttpResponse;

/** An answer that is not 200, with GitHub's words. */
final class ApiException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    ApiException(int status, String message) {
        super(message);
        this.status = status;
    }

    static ApiException notFound() {
        return new ApiException(404, "Not Found");
    }

    ApiException with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    HttpResponse response() {
        HttpResponse response = HttpResponse.json(status, body());
        response.headers().setAll(headers);
        return response;
    }

    /** Redirects name the new address in the body, too. */
    private String body() {
        String url = headers.containsKey("Location") ? ",\"url\":\"" + headers.get("Location") + "\"" : "";
        return "{\"message\":\"" + getMessage() + "\"" + url
                + ",\"documentation_url\":\"https://docs.github.com/rest\",\"status\":\"" + status + "\"}";
    }
}
