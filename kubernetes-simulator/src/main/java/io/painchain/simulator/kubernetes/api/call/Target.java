package io.painchain.simulator.kubernetes.api.call;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.painchain.simulator.kubernetes.store.ResourceType;
import io.painchain.simulator.kubernetes.store.ResourceTypes;

/** What a path leads to: the objects of a type, in one namespace unless that is empty, one of them where a name is given. */
public record Target(ResourceType type, String namespace, String name) {

    private static final Pattern PATH = Pattern
            .compile("/(?:api/(v1)|apis/([^/]+/[^/]+))(?:/namespaces/([^/]+))?/([^/]+)(?:/([^/]+))?(?:/status)?");

    /** Nothing where the server knows no such resource. */
    public static Optional<Target> of(String path, ResourceTypes types) {
        Matcher match = PATH.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        String apiVersion = match.group(1) == null ? match.group(2) : match.group(1);
        String namespace = match.group(3) == null ? "" : decode(match.group(3));
        String name = match.group(5) == null ? null : decode(match.group(5));
        return types.find(apiVersion, match.group(4)).filter(type -> type.namespaced() || namespace.isEmpty())
                .map(type -> new Target(type, namespace, name));
    }

    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
