package io.painchain.simulator.http;

import java.nio.charset.StandardCharsets;

/** An answer and the way it goes over the wire. */
public record HttpResponse(int status, Headers headers, byte[] body, Delivery delivery) {

    private static final byte[] NOTHING = new byte[0];

    public static HttpResponse json(int status, byte[] body) {
        return of(status, "application/json; charset=utf-8", body);
    }

    public static HttpResponse json(int status, String body) {
        return json(status, body.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpResponse html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpResponse empty(int status) {
        return new HttpResponse(status, new Headers(), NOTHING, Delivery.WHOLE);
    }

    public HttpResponse with(String name, String value) {
        headers.set(name, value);
        return this;
    }

    public HttpResponse body(byte[] other) {
        return new HttpResponse(status, headers, other, delivery);
    }

    public HttpResponse delivered(Delivery other) {
        return new HttpResponse(status, headers, body, other);
    }

    private static HttpResponse of(int status, String type, byte[] body) {
        return new HttpResponse(status, new Headers().set("Content-Type", type), body, Delivery.WHOLE);
    }
}
