package io.painchain.github.proxy;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.painchain.connector.task.TaskFailedException;
import io.painchain.github.api.RepositoryName;
import io.painchain.model.task.ProxyRequest;

/** {@code rest} is the decoded path below the repository. */
record ProxyCall(String method, RepositoryName repository, List<String> rest, Map<String, String> query, Object body,
        String requestedBy) {

    static ProxyCall of(ProxyRequest request) {
        List<String> segments = Arrays.stream(request.path().replaceAll("^/+|(?<!/)/+$", "").split("/")).map(ProxyCall::decoded)
                .toList();
        // The repository may be one segment, owner%2Frepo.
        int named = segments.get(0).contains("/") ? 1 : 2;
        RepositoryName repository = segments.size() <= named ? null
                : RepositoryName.parse(String.join("/", segments.subList(0, named))).orElse(null);
        if (repository == null) {
            throw new TaskFailedException(404,
                    "There is nothing at this path; repositories are at {owner}/{repo}/info and so on");
        }
        return new ProxyCall(request.method(), repository, segments.subList(named, segments.size()),
                request.query() == null ? Map.of() : request.query(), request.body(), who(request.requestedBy()));
    }

    String what() {
        return rest.get(0);
    }

    boolean usesCache() {
        String value = query.getOrDefault("use_cache", "true");
        if (!value.equals("true") && !value.equals("false")) {
            throw new TaskFailedException(400, "use_cache must be true or false");
        }
        return value.equals("true");
    }

    /** The query for GitHub, sorted by name. */
    String passedOn(Set<String> known) {
        Map<String, String> passed = new TreeMap<>();
        query.forEach((name, value) -> {
            if (known.contains(name)) {
                passed.put(name, value);
            } else if (!name.equals("use_cache") && !name.equals("integrationId")) {
                throw new TaskFailedException(400,
                        "Unknown parameter " + shortened(name) + "; known here are " + String.join(", ", known));
            }
        });
        number(passed, "page", 100_000);
        number(passed, "per_page", 100);
        StringBuilder text = new StringBuilder();
        passed.forEach((name, value) -> text.append(text.length() == 0 ? "?" : "&").append(name).append('=')
                .append(encoded(value)));
        return text.toString();
    }

    private static void number(Map<String, String> passed, String name, int most) {
        String value = passed.get(name);
        if (value != null && (!value.matches("[1-9]\\d{0,5}") || Integer.parseInt(value) > most)) {
            throw new TaskFailedException(400, name + " must be a number from 1 to " + most);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new TaskFailedException(400, "The path is not properly percent-encoded");
        }
    }

    /** Must stay on one line, because it is logged. */
    private static String who(String requestedBy) {
        return requestedBy == null ? "somebody" : shortened(requestedBy.replaceAll("\\p{Cntrl}", " "));
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
