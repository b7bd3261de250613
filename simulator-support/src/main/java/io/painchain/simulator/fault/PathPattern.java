package io.painchain.simulator.fault;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which paths are meant: a path in which {@code *} or {@code {name}} stands for one segment and {@code **} for any rest,
 * as in {@code /repos/acme/*}{@code /pulls}.
 */
public record PathPattern(String text, Pattern expression) {

    private static final Pattern WILDCARD = Pattern.compile("\\*\\*|\\*|\\{[^}]*}");

    public static PathPattern of(String text) {
        Matcher wildcards = WILDCARD.matcher(text);
        StringBuilder expression = new StringBuilder();
        int end = 0;
        while (wildcards.find()) {
            expression.append(Pattern.quote(text.substring(end, wildcards.start())));
            expression.append(wildcards.group().equals("**") ? ".*" : "[^/]+");
            end = wildcards.end();
        }
        expression.append(Pattern.quote(text.substring(end)));
        return new PathPattern(text, Pattern.compile(expression.toString()));
    }

    public boolean matches(String path) {
        return expression.matcher(path).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
