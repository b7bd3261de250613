package io.painchain.backend.proxy;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Headers about the body, the quota or caching. */
final class PassedHeaders {

    private static final Set<String> PASSED = Set.of("etag", "last-modified", "link", "cache-control", "retry-after", "age",
            "vary", "x-cache");
    private static final String QUOTA = "x-ratelimit-";

    private PassedHeaders() {
    }

    static Map<String, String> of(Map<String, String> headers) {
        var passed = new TreeMap<String, String>();
        if (headers != null) {
            headers.forEach((name, value) -> {
                if (isPassed(name) && isOneLine(value)) {
                    passed.put(name, value);
                }
            });
        }
        return passed;
    }

    private static boolean isPassed(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return PASSED.contains(lower) || lower.startsWith(QUOTA) && lower.matches("[a-z-]+");
    }

    private static boolean isOneLine(String value) {
        return value != null && value.chars().allMatch(c -> c >= ' ' && c < 127);
    }
}
