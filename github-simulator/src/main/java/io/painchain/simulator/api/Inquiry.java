package io.painchain.simulator.api;

import io.painchain.simulator.http.Headers;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.Query;
import io.painchain.simulator.render.Links;

/** A request to the API: where the API was addressed, and the path below it. */
record Inquiry(HttpRequest request, String origin, String prefix, String path) {

    private static final String ENTERPRISE = "/api/v3";
    private static final String ENTERPRISE_GRAPHQL = "/api" + GraphQlTarget.PATH;

    /** The API answers at the root, as api.github.com does, and below /api/v3, as Enterprise servers do. */
    static Inquiry of(HttpRequest request) {
        String origin = "http://" + request.headers().get("Host", "localhost");
        String path = request.path();
        if (path.equals(ENTERPRISE) || path.startsWith(ENTERPRISE + "/")) {
            return new Inquiry(request, origin, ENTERPRISE, plain(path.substring(ENTERPRISE.length())));
        }
        if (path.equals(ENTERPRISE_GRAPHQL)) {
            return new Inquiry(request, origin, ENTERPRISE, GraphQlTarget.PATH);
        }
        return new Inquiry(request, origin, "", plain(path));
    }

    /** At {@code /graphql} as api.github.com, and beside {@code /api/v3}, not below it, as Enterprise servers. */
    boolean asksGraphQl() {
        return path.equals(GraphQlTarget.PATH) && !request.path().startsWith(ENTERPRISE);
    }

    String base() {
        return origin + prefix;
    }

    String address() {
        String query = query().toString();
        return base() + path + (query.isEmpty() ? "" : "?" + query);
    }

    Query query() {
        return request.query();
    }

    String header(String name) {
        return request.headers().get(name);
    }

    boolean conditional() {
        return header("If-None-Match") != null || header("If-Modified-Since") != null;
    }

    Inquiry unconditional() {
        Headers without = request.headers().copy().remove("If-None-Match").remove("If-Modified-Since");
        return new Inquiry(request.withHeaders(without), origin, prefix, path);
    }

    /** An Enterprise server's pages are on the same host; api.github.com's on another. */
    Links links() {
        return new Links(base(), prefix.isEmpty() ? "https://github.com" : origin);
    }

    private static String plain(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
