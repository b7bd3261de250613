package io.painchain.backend.http;

import java.util.regex.Pattern;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Routes whose callers prove themselves by what they send: they may name any host, as pages of other origins can prove nothing,
 * have an {@code Authorization} of their own, and send more than others.
 */
public final class SignedRoutes {

    private static final Pattern WEBHOOK = Pattern
            .compile("(/api(/v1)?)?/webhooks/(?!(configs|events)(/|$))[^/]+(/[^/]+)?/?");

    private SignedRoutes() {
    }

    public static boolean contain(RoutingContext context) {
        return contain(context.request().method(), context.request().path());
    }

    static boolean contain(HttpMethod method, String path) {
        return HttpMethod.POST.equals(method) && path != null && WEBHOOK.matcher(path).matches();
    }
}
