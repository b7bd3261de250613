package io.painchain.simulator.http;

import java.nio.charset.StandardCharsets;

/** A request as it came in; the path is not decoded. */
public record HttpRequest(String method, String path, Query query, Headers headers, byte[] body) {

    public HttpRequest withPath(String other) {
        return new HttpRequest(method, other, query, headers, body);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public boolean isHead() {
        return method.equals("HEAD");
    }

    /** Path and query, for messages and as a key. */
    public String target() {
        String parameters = query.toString();
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }
}
