package io.painchain.kubernetes.config;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names by patterns with {@code *} and {@code ?}; {@code !} excludes. No pattern at all: every name. */
public record Globs(List<String> patterns) {

    public static final Globs NONE = new Globs(List.of());

    public boolean matches(String name) {
        if (patterns.stream().anyMatch(pattern -> isExclusion(pattern) && fits(pattern.substring(1), name))) {
            return false;
        }
        List<String> wanted = patterns.stream().filter(pattern -> !isExclusion(pattern)).toList();
        return wanted.isEmpty() || wanted.stream().anyMatch(pattern -> fits(pattern, name));
    }

    /** As matches, but that nothing fits no pattern. */
    public boolean names(String name) {
        return !patterns.isEmpty() && matches(name);
    }

    /** Whether each is one name. */
    public boolean exact() {
        return !patterns.isEmpty() && patterns.stream().noneMatch(pattern -> pattern.matches(".*[*?!].*"));
    }

    private static boolean isExclusion(String pattern) {
        return pattern.startsWith("!");
    }

    private static boolean fits(String glob, String name) {
        return compiled(glob).matcher(name).matches();
    }

    private static Pattern compiled(String glob) {
        return Pattern.compile(Stream.of(glob.split("(?<=[*?])|(?=[*?])"))
                .map(part -> part.equals("*") ? ".*+" : part.equals("?") ? "." : Pattern.quote(part))
                .collect(Collectors.joining()).replaceAll("(\\.\\*\\+)+(?=.)", ".*?"));
    }
}
