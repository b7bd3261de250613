package io.painchain.backend.problem;

import java.net.URI;
import java.net.URISyntaxException;

/** The path that a problem is about, as an address that anybody can read, whatever was asked for. */
final class ProblemInstance {

    /** Where the request does not even name a path. */
    private static final URI NONE = URI.create("/");

    private ProblemInstance() {
    }

    /** @param path as it was sent, or {@code null} */
    static URI of(String path) {
        if (path == null || !path.startsWith("/") || path.startsWith("//")) {
            return NONE;
        }
        try {
            return new URI(path);
        } catch (URISyntaxException e) {
            return quoted(path);
        }
    }

    private static URI quoted(String path) {
        try {
            return new URI(new URI(null, null, path, null).toASCIIString());
        } catch (URISyntaxException e) {
            return NONE;
        }
    }
}
