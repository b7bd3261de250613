package io.painchain.gitlab.api;

import java.net.URI;
import java.util.Set;

/** The web address of an integration's GitLab, with its path, and the only place its token is sent to. */
public record ServerUrl(URI base) {

    public static final ServerUrl GITLAB_COM = new ServerUrl(URI.create("https://gitlab.com"));

    private static final String REST = "/api/v4";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException with a sentence for the user where no token may be sent there */
    public static ServerUrl parse(String text) {
        URI uri = uri(withoutEnding(text.strip()));
        boolean secure = uri != null && "https".equalsIgnoreCase(uri.getScheme());
        boolean local = uri != null && "http".equalsIgnoreCase(uri.getScheme())
                && LOOPBACK.contains(String.valueOf(uri.getHost()));
        if (!(secure || local) || uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null
                || uri.getFragment() != null) {
            throw new IllegalArgumentException(
                    "url must be the https address of a GitLab server, with its path if it has one, such as"
                            + " https://gitlab.example.com or https://example.com/gitlab");
        }
        return new ServerUrl(uri);
    }

    public URI rest(String path) {
        return URI.create(base + REST + path);
    }

    public URI graphQl() {
        return URI.create(base + "/api/graphql");
    }

    /**
     * An address that the API named, at this server: GitLab names the host that it is configured with, which may be another.
     */
    public URI own(URI named) {
        String path = named.getRawPath() == null ? "" : named.getRawPath();
        int rest = path.indexOf(REST + "/");
        if (rest < 0 || path.contains("/../")) {
            return null;
        }
        return URI.create(base + path.substring(rest) + (named.getRawQuery() == null ? "" : "?" + named.getRawQuery()));
    }

    /** The path below the API, for finding out which endpoint was asked. */
    String below(URI asked) {
        String path = asked.getRawPath() == null ? "" : asked.getRawPath();
        int rest = path.indexOf(REST + "/");
        return rest < 0 ? path : path.substring(rest + REST.length());
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String withoutEnding(String text) {
        String url = withoutSlashes(text);
        return url.endsWith(REST) ? withoutSlashes(url.substring(0, url.length() - REST.length())) : url;
    }

    private static String withoutSlashes(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }
}
