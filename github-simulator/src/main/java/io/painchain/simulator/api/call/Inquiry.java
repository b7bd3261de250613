package io.painchain.simulator.api.call;

import io.painchain.simulator.http.Headers;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.Query;
import io.painchain.simulator.render.Links;

/** A request to the API: where the API was addressed, and the path below it. */
public record Inquiry(HttpRequest request, String origin, String prefix, String path, String pages) {

    public static final String GRAPHQL = "/graphql";

    private static final String PAGES = "https://github.com";
    private static final String ENTERPRISE = "/api/v3";
    private static final String ENTERPRISE_GRAPHQL = "/api" + GRAPHQL;

    /** The API answers at the root, as api.github.com does, and below /api/v3, as Enterprise servers do. */
    public static Inquiry of(HttpRequest request) {
        String origin = "http://" + request.headers().get("Host", "localhost");
        String path = request.path();
        if (path.equals(ENTERPRISE) || path.startsWith(ENTERPRISE + "/")) {
            return new Inquiry(request, origin, ENTERPRISE, plain(path.substring(ENTERPRISE.length())), origin);
        }
        if (path.equals(ENTERPRISE_GRAPHQL)) {
            return new Inquiry(request, origin, ENTERPRISE, GRAPHQL, origin);
        }
        return new Inquiry(request, origin, "", plain(path), PAGES);
    }

    /** GHE.com, with data residency, answers at the root alone; its pages are of the tenant, not of github.com. */
    public static Inquiry atRoot(HttpRequest request) {
        String origin = "http://" + request.headers().get("Host", "localhost");
        return new Inquiry(request, origin, "", plain(request.path()), origin);
    }

    /** At {@code /graphql} as api.github.com, and beside {@code /api/v3}, not below it, as Enterprise servers. */
    public boolean asksGraphQl() {
        return path.equals(GRAPHQL) && !request.path().startsWith(ENTERPRISE);
    }

    public String base() {
        return origin + prefix;
    }

    public String address() {
        String query = query().toString();
        return base() + path + (query.isEmpty() ? "" : "?" + query);
    }

    public Query query() {
        return request.query();
    }

    public String header(String name) {
        return request.headers().get(name);
    }

    public boolean conditional() {
        return header("If-None-Match") != null || header("If-Modified-Since") != null;
    }

    public Inquiry unconditional() {
        Headers without = request.headers().copy().remove("If-None-Match").remove("If-Modified-Since");
        return new Inquiry(request.withHeaders(without), origin, prefix, path, pages);
    }

    /** An Enterprise server's pages are on the same host; api.github.com's on another. */
    public Links links() {
        return new Links(base(), pages);
    }

    private static String plain(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
