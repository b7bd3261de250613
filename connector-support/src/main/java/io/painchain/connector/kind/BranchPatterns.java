package io.painchain.connector.kind;

import java.util.List;

/** Globs: {@code *} is anything but a slash, {@code **} anything, {@code ?} one character; no backtracking. */
public final class BranchPatterns {

    private static final int ANY = -1;
    private static final int WITHIN = -2;
    private static final int ONE = -3;

    private final List<int[]> globs;

    public BranchPatterns(List<String> globs) {
        this.globs = globs.stream().map(BranchPatterns::compile).toList();
    }

    public boolean match(String branch) {
        return globs.stream().anyMatch(glob -> matches(glob, branch));
    }

    private static int[] compile(String glob) {
        String marked = glob.replace("**", "\uE000");
        return marked.codePoints().map(c -> c == 0xE000 ? ANY : c == '*' ? WITHIN : c == '?' ? ONE : c).toArray();
    }

    /** Keeps for each place in the glob whether the text so far leads there. */
    private static boolean matches(int[] glob, String branch) {
        boolean[] at = new boolean[glob.length + 1];
        at[0] = true;
        passStars(glob, at);
        for (int c : branch.codePoints().toArray()) {
            boolean[] next = new boolean[at.length];
            for (int i = 0; i < glob.length; i++) {
                if (at[i] && takes(glob[i], c)) {
                    next[isStar(glob[i]) ? i : i + 1] = true;
                }
            }
            passStars(glob, next);
            at = next;
        }
        return at[glob.length];
    }

    private static void passStars(int[] glob, boolean[] at) {
        for (int i = 0; i < glob.length; i++) {
            at[i + 1] |= at[i] && isStar(glob[i]);
        }
    }

    private static boolean takes(int token, int c) {
        return token == ANY || (token == WITHIN || token == ONE) && c != '/' || token == c;
    }

    private static boolean isStar(int token) {
        return token == ANY || token == WITHIN;
    }
}
