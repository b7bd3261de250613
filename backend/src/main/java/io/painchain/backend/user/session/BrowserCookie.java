package io.painchain.backend.user.session;

import java.time.Duration;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** What a browser keeps of a session: random bits that say nothing, read by no script. */
final class BrowserCookie {

    /** Browsers take it over TLS only, for the whole host and from nobody else. */
    private static final String OVER_TLS = "__Host-painchain-session";
    private static final String IN_CLEAR = "painchain-session";

    private BrowserCookie() {
    }

    /** Over TLS any neighbour in the domain could set the one without the prefix. @return {@code null} without one */
    static String read(HttpServerRequest request) {
        var overTls = request.getCookie(OVER_TLS);
        var cookie = overTls == null && !"https".equals(request.scheme()) ? request.getCookie(IN_CLEAR) : overTls;
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /** Behind a proxy that ends TLS the scheme is what the proxy says, where it is believed. */
    static void set(String value, Duration longest, RoutingContext context) {
        var isOverTls = "https".equals(context.request().scheme());
        context.response().addCookie(cookie(isOverTls ? OVER_TLS : IN_CLEAR, value, isOverTls)
                .setMaxAge(longest.toSeconds()));
    }

    static void remove(RoutingContext context) {
        context.response().addCookie(cookie(OVER_TLS, "", true).setMaxAge(0));
        context.response().addCookie(cookie(IN_CLEAR, "", false).setMaxAge(0));
    }

    private static Cookie cookie(String name, String value, boolean secure) {
        return Cookie.cookie(name, value).setPath("/").setHttpOnly(true).setSecure(secure).setSameSite(CookieSameSite.LAX);
    }
}
