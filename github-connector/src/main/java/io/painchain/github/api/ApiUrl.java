package io.painchain.github.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/** The base of an integration's GitHub API, and the only place its token is sent to. */
public record ApiUrl(URI base) {

    public static final ApiUrl GITHUB_COM = new ApiUrl(URI.create("https://api.github.com"));

    private static final URI NONE = URI.create("");
    private static final Pattern DATA_RESIDENCY = Pattern
            .compile("(?i)api\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.ghe\\.com");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException with a sentence for the user where no token may be sent there */
    public static ApiUrl parse(String text) {
        URI uri = uri(withoutSlashes(text.strip()));
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        boolean local = "http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
        if (!(secure || local) || uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null
                || uri.getFragment() != null
                || uri.getPath() == null || !uri.getPath().endsWith("/api/v3") && !isDataResidency(uri)) {
            throw new IllegalArgumentException(String.valueOf(uri.getHost()).endsWith("ghe.com")
                    ? "apiUrl of GHE.com must be https://api.SUBDOMAIN.ghe.com"
                    : "apiUrl must be https and end in /api/v3, e.g. https://github.example.com/api/v3");
        }
        return new ApiUrl(uri);
    }

    public static ApiUrl usual(String text) {
        return uri(text.strip()).equals(GITHUB_COM.base) ? GITHUB_COM : parse(text);
    }

    public URI resolve(String path) {
        return URI.create(base + path);
    }

    public URI graphQl() {
        String text = base.toString();
        return URI.create(text.endsWith("/api/v3") ? text.substring(0, text.length() - "/v3".length()) + "/graphql"
                : text + "/graphql");
    }

    /** Whether a URL from the API has the same scheme, host and port as this one. */
    public boolean leadsTo(URI other) {
        return base.getScheme().equalsIgnoreCase(String.valueOf(other.getScheme()))
                && base.getHost().equalsIgnoreCase(String.valueOf(other.getHost())) && port(base) == port(other)
                && other.getUserInfo() == null;
    }

    /** Enterprise Cloud with data residency has a domain of its own and behaves as github.com does. */
    private static boolean isDataResidency(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) && DATA_RESIDENCY.matcher(uri.getHost()).matches()
                && uri.getPath().isEmpty();
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return NONE;
        }
    }

    private static String withoutSlashes(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
