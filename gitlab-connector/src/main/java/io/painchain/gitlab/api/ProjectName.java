package io.painchain.gitlab.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** A configured project, by its path or number, checked because it becomes part of an address. */
public record ProjectName(String text) {

    public static final String FORM = "group/project, group/subgroup/project or the project's number";

    private static final int LONGEST = 500;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern PATH = Pattern
            .compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}(?:/[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}){1,20}");

    public static Optional<ProjectName> parse(String text) {
        String name = text.strip();
        boolean sound = NUMBER.matcher(name).matches() || name.length() <= LONGEST && PATH.matcher(name).matches();
        return sound ? Optional.of(new ProjectName(name)) : Optional.empty();
    }

    /** As one segment of a path. */
    public String encoded() {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text;
    }
}
