package io.painchain.simulator.fault;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
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

    /** Status and body word for word, as JSON unless a {@code Content-Type} is given by {@link #with}. */
    public static Fault answer(int status, String body) {
        return new Fault(FaultKind.ANSWER, status, null, 0, body, null);
    }

    /** A page for people under any status, as a proxy in between answers. */
    public static Fault page(int status, String html) {
        return new Fault(FaultKind.HTML, status, null, 0, html, null);
    }

    /** No answer, or none after so many bytes of head and body, while the connection stays open. */
    public static Fault hang(int bytes) {
        return new Fault(FaultKind.HANG, 0, null, bytes, null, null);
    }

    /** The regular answer, blown up to so many bytes. */
    public static Fault large(int bytes) {
        return new Fault(FaultKind.LARGE, 200, null, bytes, null, null);
    }

    /** What a server answers where a diff takes too long: an error of a resource such as {@code PullRequest}. */
    public static Fault notAvailable(int status, String resource) {
        return new Fault(FaultKind.NOT_AVAILABLE, status, null, 0, resource, null);
    }

    /** The regular answer, the first list in which begins with one more record, such as {@code null}. */
    public static Fault record(String json) {
        return new Fault(FaultKind.RECORD, 200, null, 0, json, null);
    }

    /** The regular answer, whose links all lead to another origin, such as {@code http://ghe.example}. */
    public static Fault linkOrigin(String origin) {
        return new Fault(FaultKind.LINK_ORIGIN, 200, null, 0, origin, null);
    }

    /** The regular answer without these headers, by comma, as a proxy takes them out. */
    public static Fault without(String headers) {
        return new Fault(FaultKind.WITHOUT, 200, null, 0, headers, null);
    }

    /** The regular answer with the headers that {@link #with} adds. */
    public static Fault regular() {
        return new Fault(FaultKind.REGULAR, 200, null, 0, null, null);
    }

    /** GraphQL's {@code data: null} with an error that has no type. */
    public static Fault graphQlNull() {
        return new Fault(FaultKind.GRAPHQL_NULL, 200, null, 0, null, null);
    }

    /** GraphQL's primary limit as it is called since 2026: {@code RATE_LIMIT}. */
    public static Fault graphQlLimit() {
        return new Fault(FaultKind.GRAPHQL_LIMIT, 200, null, 0, null, null);
    }

    /** A secondary limit that GraphQL answers with status 200. */
    public static Fault graphQlSecondaryLimit(Duration retryAfter) {
        return new Fault(FaultKind.GRAPHQL_SECONDARY, 200, retryAfter, 0, null, null);
    }

    /** The same fault with one more header that its answer carries, for example {@code Retry-After}. */
    public Fault with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Fault(kind, status, pause, bytes, text, more);
    }

    /** The kind as logs and scripts write it. */
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    public HttpResponse play(Exchange exchange) {
        HttpResponse response = kind.play(this, exchange);
        response.headers().setAll(headers);
        return response;
    }
}
