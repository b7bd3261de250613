package io.painchain.github.proxy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code path} is below the repository; {@code time} zero: not cached; {@code shown} filters a list's items. */
record ProxiedRead(String path, String envelope, Duration time, Set<String> parameters, Predicate<JsonNode> shown) {

    private static final Predicate<JsonNode> ALL = item -> true;
    private static final Set<String> PAGES = Set.of("page", "per_page");
    private static final Map<String, ProxiedRead> KNOWN = Map.of(
            "info", new ProxiedRead("", null, Duration.ofMinutes(5), Set.of(), ALL),
            "pulls",
            new ProxiedRead("/pulls", null, Duration.ofMinutes(1),
                    Set.of("state", "head", "base", "sort", "direction", "page", "per_page"), ALL),
            "issues",
            new ProxiedRead("/issues", null, Duration.ofMinutes(1),
                    Set.of("state", "labels", "assignee", "creator", "mentioned",
                            "milestone", "since", "sort", "direction", "page", "per_page"),
                    item -> !item.has("pull_request")),
            "workflows", new ProxiedRead("/actions/workflows", "workflows", Duration.ZERO, PAGES, ALL),
            "labels", new ProxiedRead("/labels", null, Duration.ZERO, PAGES, ALL));

    static Optional<ProxiedRead> of(String what) {
        return Optional.ofNullable(KNOWN.get(what));
    }

    static Set<String> kept() {
        return KNOWN.keySet().stream().filter(what -> KNOWN.get(what).isKept()).collect(Collectors.toSet());
    }

    boolean isKept() {
        return !time.isZero();
    }
}
