package io.painchain.github.api;

import java.net.URI;
import java.util.Set;

/** Where an integration's GitHub answers, and the only place that its token is sent to. */
public record ApiUrl(URI base) {

    public static final ApiUrl GITHUB_COM = new ApiUrl(URI.create("https://api.github.com"));

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * @throws IllegalArgumentException with a sentence for the user where the address is none that a token may be sent to
     */
    public static ApiUrl parse(String text) {
        URI uri = URI.create(text.strip().replaceAll("/+$", ""));
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        boolean local = "http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
        if (!(secure || local) || uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null
                || uri.getPath() == null || !uri.getPath().endsWith("/api/v3")) {
            throw new IllegalArgumentException(
                    "apiUrl must be https and end in /api/v3, e.g. https://github.example.com/api/v3");
        }
        return new ApiUrl(uri);
    }

    /** The address for integrations that name none: GitHub's own, or an Enterprise server's as above. */
    public static ApiUrl usual(String text) {
        return URI.create(text.strip()).equals(GITHUB_COM.base) ? GITHUB_COM : parse(text);
    }

    public URI resolve(String path) {
        return URI.create(base + path);
    }

    /** Where the same server answers GraphQL. */
    public URI graphQl() {
        String text = base.toString();
        return URI.create(text.endsWith("/api/v3") ? text.substring(0, text.length() - "/v3".length()) + "/graphql"
                : text + "/graphql");
    }

    /** Whether an address that the API named leads back to it: same scheme, host and port. */
    public boolean leadsTo(URI other) {
        return base.getScheme().equalsIgnoreCase(String.valueOf(other.getScheme()))
                && base.getHost().equalsIgnoreCase(String.valueOf(other.getHost())) && port(base) == port(other)
                && other.getUserInfo() == null;
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
