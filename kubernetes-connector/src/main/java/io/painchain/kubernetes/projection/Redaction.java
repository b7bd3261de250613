package io.painchain.kubernetes.projection;

import java.util.List;
import java.util.regex.Pattern;

/** Takes out of free text what may be a secret. */
public final class Redaction {

    private static final Pattern ASSIGNMENT = Pattern
            .compile("((?:[A-Za-z_][A-Za-z0-9_.-]*)[=])(\"[^\"]*\"?|'[^']*'?|[^\\s,;]*)");
    private static final Pattern OPTION = Pattern.compile(
            "(?i)(--?[a-z-]*(?:token|password|passwd|secret|key|credential|auth)[a-z-]*\\s+)(\"[^\"]*\"?|'[^']*'?|\\S+)");
    /** Servers quote what they refuse, and clients the patch that they sent. */
    private static final Pattern REFUSED = Pattern.compile(
            "((?:Invalid|Unsupported|Duplicate) value:\\s*)(\"(?:[^\"\\\\]++|\\\\.)*+\"?|[^\\s,;:]+)");
    private static final Pattern JSON = Pattern.compile("(?s)[{\\[]\\s*\\\\?\"(?:.*[}\\]]|.*$)");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:password|passwd|token|secret|credential|api[_-]?key)[a-z_-]*\"?:\\s+)(\"[^\"]*\"?|'[^']*'?|\\S+)");
    private static final Pattern USER_INFO = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://)[^/\\s@]*@");

    private Redaction() {
    }

    /** Each {@code NAME=value} is cut to {@code NAME=…}: recorded commands hold values. */
    public static String assignments(String text) {
        if (text == null) {
            return null;
        }
        String cut = JSON.matcher(withoutUsers(text)).replaceAll("{…}");
        for (Pattern pattern : List.of(REFUSED, NAMED, ASSIGNMENT, OPTION)) {
            cut = pattern.matcher(cut).replaceAll("$1…");
        }
        return cut;
    }

    public static String withoutUsers(String text) {
        return text == null ? null : USER_INFO.matcher(text).replaceAll("$1");
    }

    /** What a controller says of a state, at most 500 characters. */
    public static String message(String text) {
        String clean = assignments(text);
        return clean == null || clean.length() <= 500 ? clean : clean.substring(0, 499) + "…";
    }
}
