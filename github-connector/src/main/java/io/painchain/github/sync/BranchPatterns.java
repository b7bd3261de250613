package io.painchain.github.sync;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which branches are tracked, by names and globs: {@code *} stands for anything but a slash, {@code **} for anything, {@code ?}
 * for one character.
 */
final class BranchPatterns {

    private final List<Pattern> patterns;

    BranchPatterns(List<String> globs) {
        patterns = globs.stream().map(BranchPatterns::compile).toList();
    }

    boolean match(String branch) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(branch).matches());
    }

    private static Pattern compile(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            boolean twice = c == '*' && i + 1 < glob.length() && glob.charAt(i + 1) == '*';
            if (twice) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
