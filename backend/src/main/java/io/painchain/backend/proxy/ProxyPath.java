package io.painchain.backend.proxy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.painchain.backend.problem.ProblemType;

/**
 * {@code text} is percent-encoded. A repository is the first segment where that has slashes in it ({@code acme%2Fgroup%2Fweb}),
 * else the first two ({@code acme/api}).
 */
record ProxyPath(String text, Optional<String> repository) {

    static ProxyPath of(String path) {
        var text = path.substring(path.indexOf('/', "/api/v1/".length()) + 1);
        var segments = Stream.of(text.split("/", -1)).map(ProxyPath::decoded).toList();
        var names = Stream.of(segments.get(0).split("/", -1));
        if (Stream.concat(names, segments.stream()).anyMatch(ProxyPath::leadsElsewhere)
                || segments.stream().skip(1).anyMatch(segment -> segment.contains("/"))) {
            throw ProblemType.invalid("path",
                    "must be segments that are not empty and not . or .., with encoded slashes in the first alone");
        }
        return new ProxyPath(text, repository(segments));
    }

    private static Optional<String> repository(List<String> segments) {
        if (segments.get(0).contains("/")) {
            return Optional.of(segments.get(0));
        }
        return segments.size() < 2 ? Optional.empty() : Optional.of(segments.get(0) + "/" + segments.get(1));
    }

    private static boolean leadsElsewhere(String name) {
        return name.isEmpty() || name.equals(".") || name.equals("..");
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemType.invalid("path", "must be percent-encoded");
        }
    }
}
