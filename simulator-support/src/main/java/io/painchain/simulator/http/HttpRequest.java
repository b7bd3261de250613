package io.painchain.simulator.http;

import java.nio.charset.StandardCharsets;

/** A request as it came in; the path is not decoded. */
public record HttpRequest(String method, String path, Query query, Headers headers, byte[] body) {

    public HttpRequest withHeaders(Headers other) {
        return new HttpRequest(method, path, query, other, body);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public boolean isHead() {
        return method.equals("HEAD");
    }
}
