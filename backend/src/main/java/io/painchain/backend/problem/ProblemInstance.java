package io.painchain.backend.problem;

import java.net.URI;
import java.net.URISyntaxException;

final class ProblemInstance {

    private static final URI NONE = URI.create("/");

    private ProblemInstance() {
    }

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
