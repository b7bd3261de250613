package io.painchain.simulator.fault;

import java.time.Duration;
import java.util.Map;

import io.painchain.simulator.http.HttpResponse;

/** A fault and its details, of which each kind uses some. */
public record Fault(FaultKind kind, int status, Duration pause, int bytes, String text, Map<String, String> headers) {

    public Fault {
        pause = pause == null ? Duration.ZERO : pause;
        headers = headers == null ? Map.of() : Map.copyOf(headers);
    }

    public static Fault status(int status) {
        return new Fault(FaultKind.STATUS, status, null, 0, null, null);
    }

    public static Fault delay(Duration pause) {
        return new Fault(FaultKind.DELAY, 0, pause, 0, null, null);
    }

    public static Fault dribble(int pieceBytes, Duration pause) {
        return new Fault(FaultKind.DRIBBLE, 0, pause, pieceBytes, null, null);
    }

    public static Fault cut(int bytes) {
        return new Fault(FaultKind.CUT, 0, null, bytes, null, null);
    }

    public static Fault silence() {
        return new Fault(FaultKind.SILENCE, 0, null, 0, null, null);
    }

    public static Fault reset(int bytes) {
        return new Fault(FaultKind.RESET, 0, null, bytes, null, null);
    }

    public static Fault malformed() {
        return new Fault(FaultKind.MALFORMED, 200, null, 0, null, null);
    }

    public static Fault html() {
        return new Fault(FaultKind.HTML, 200, null, 0, null, null);
    }

    public static Fault contentType(String type) {
        return new Fault(FaultKind.CONTENT_TYPE, 200, null, 0, type, null);
    }

    public static Fault redirect(int status, String location) {
        return new Fault(FaultKind.REDIRECT, status, null, 0, location, null);
    }

    public static Fault redirectLoop() {
        return new Fault(FaultKind.REDIRECT_LOOP, 301, null, 0, null, null);
    }

    public static Fault link(String address) {
        return new Fault(FaultKind.LINK, 200, null, 0, address, null);
    }

    /** Takes whatever a conditional request asks for as unchanged. */
    public static Fault notModified() {
        return new Fault(FaultKind.NOT_MODIFIED, 304, null, 0, null, null);
    }

    /** Resolves so many lists of a GraphQL answer; the others are null, with an error for each. */
    public static Fault partial(int lists) {
        return new Fault(FaultKind.PARTIAL, 200, null, lists, null, null);
    }

    /** The same fault with headers that its answer carries, for example {@code Retry-After}. */
    public Fault with(String header, String value) {
        return new Fault(kind, status, pause, bytes, text, Map.of(header, value));
    }

    public HttpResponse play(Exchange exchange) {
        HttpResponse response = kind.play(this, exchange);
        response.headers().setAll(headers);
        return response;
    }
}
