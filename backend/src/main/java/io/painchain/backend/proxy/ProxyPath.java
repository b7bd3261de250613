package io.painchain.backend.proxy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

import io.painchain.backend.problem.ProblemType;

/** {@code text} is percent-encoded; a repository, {@code owner/repo}, needs two segments. */
record ProxyPath(String text, Optional<String> repository) {

    static ProxyPath of(String path) {
        var text = path.substring(path.indexOf('/', "/api/v1/".length()) + 1);
        var segments = Stream.of(text.split("/", -1)).map(ProxyPath::decoded).toList();
        if (segments.stream().anyMatch(segment -> segment.isEmpty() || segment.equals(".") || segment.equals("..")
                || segment.contains("/"))) {
            throw ProblemType.invalid("path", "must be segments that are not empty and not . or ..");
        }
        return new ProxyPath(text,
                segments.size() < 2 ? Optional.empty() : Optional.of(segments.get(0) + "/" + segments.get(1)));
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemType.invalid("path", "must be percent-encoded");
        }
    }
}
