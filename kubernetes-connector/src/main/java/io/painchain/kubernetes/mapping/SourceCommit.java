package io.painchain.kubernetes.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commit that something was made of, as other systems name it. */
public final class SourceCommit {

    private static final Pattern WEB = Pattern.compile("(?:https?|ssh|git)://(?:[^/@\\s]*@)?[^/\\s]+/(.+?)(?:\\.git)?/?");
    private static final Pattern SHELL = Pattern.compile("[^@\\s/]+@[^:\\s/]+:(.+?)(?:\\.git)?/?");
    private static final Pattern SHA = Pattern.compile("(?:^|[@:/])([0-9a-f]{40})$");

    private SourceCommit() {
    }

    /** {@code null} where address or revision do not name a commit. */
    public static String key(String url, String revision) {
        String path = path(url);
        String sha = sha(revision);
        return path == null || sha == null ? null : "commit:" + path + "@" + sha;
    }

    /** Of {@code main@sha1:…} and the like. */
    public static String sha(String revision) {
        Matcher matcher = SHA.matcher(revision == null ? "" : revision.strip());
        return matcher.find() ? matcher.group(1) : null;
    }

    /** {@code owner/repo}, spelled as the address spells it. */
    static String path(String url) {
        String text = url == null ? "" : url.strip();
        for (Pattern form : new Pattern[] { WEB, SHELL }) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches() && matcher.group(1).matches("[A-Za-z0-9._/-]+") && matcher.group(1).contains("/")) {
                return matcher.group(1);
            }
        }
        return null;
    }
}
