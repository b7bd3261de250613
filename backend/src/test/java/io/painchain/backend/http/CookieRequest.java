package io.painchain.backend.http;

import java.lang.reflect.Proxy;
import java.util.stream.Stream;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;

/** A request of which only the scheme and the cookies are known; over TLS, without certificates. */
public final class CookieRequest {

    private CookieRequest() {
    }

    /** Each cookie's value is its name. */
    public static HttpServerRequest of(String scheme, String... cookies) {
        return (HttpServerRequest) Proxy.newProxyInstance(CookieRequest.class.getClassLoader(),
                new Class<?>[] { HttpServerRequest.class }, (proxy, method, arguments) -> switch (method.getName()) {
                    case "scheme" -> scheme;
                    case "getCookie" -> Stream.of(cookies).filter(arguments[0]::equals).findFirst()
                            .map(name -> Cookie.cookie(name, name)).orElse(null);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
