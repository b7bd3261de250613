package io.painchain.backend.apikey.request;

import java.util.stream.Stream;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.ext.RuntimeDelegate;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** The key as a browser keeps it: no script reads it, and no page of another site makes it go along with a change. */
final class SessionCookie {

    /** Browsers take it over TLS only, for the whole host and from nobody else. */
    private static final String OVER_TLS = "__Host-painchain";
    private static final String IN_CLEAR = "painchain";

    private SessionCookie() {
    }

    /** Over TLS any neighbour in the domain could set the one without the prefix. @return {@code null} without one */
    static String read(HttpServerRequest request) {
        var overTls = request.getCookie(OVER_TLS);
        var cookie = overTls == null && !isOverTls(request) ? request.getCookie(IN_CLEAR) : overTls;
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /** The page's origin tells of TLS, also where it ends in front of us. */
    static NewCookie of(String key, String origin, HttpServerRequest request) {
        var isOverTls = isOverTls(request) || origin != null && origin.startsWith("https://");
        return cookie(isOverTls ? OVER_TLS : IN_CLEAR).value(key).secure(isOverTls).build();
    }

    private static boolean isOverTls(HttpServerRequest request) {
        return "https".equals(request.scheme());
    }

    static NewCookie[] removals() {
        return new NewCookie[] { cookie(OVER_TLS).value("").secure(true).maxAge(0).build(),
                cookie(IN_CLEAR).value("").maxAge(0).build() };
    }

    static void remove(HttpServerResponse response) {
        var format = RuntimeDelegate.getInstance().createHeaderDelegate(NewCookie.class);
        Stream.of(removals()).forEach(removal -> response.headers().add(HttpHeaders.SET_COOKIE, format.toString(removal)));
    }

    private static NewCookie.Builder cookie(String name) {
        return new NewCookie.Builder(name).path("/").httpOnly(true).sameSite(SameSite.LAX);
    }
}
