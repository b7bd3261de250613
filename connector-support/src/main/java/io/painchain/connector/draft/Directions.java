package io.painchain.connector.draft;

import java.util.ArrayDeque;
import java.util.Deque;

final class Directions {

    private static final char POP_EMBEDDING = '\u202C';
    private static final char POP_ISOLATE = '\u2069';

    private Directions() {
    }

    /** Closes every stretch at its line's end, and drops ends without a begin. */
    static String closed(String text) {
        if (text.chars().noneMatch(c -> isDirection((char) c))) {
            return text;
        }
        StringBuilder closed = new StringBuilder(text.length());
        Deque<Character> open = new ArrayDeque<>();
        int isolates = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2029') {
                open.forEach(closed::append);
                open.clear();
                isolates = 0;
                closed.append(c);
            } else if (c == POP_EMBEDDING) {
                popEmbedding(open, closed);
            } else if (c == POP_ISOLATE) {
                isolates -= isolates > 0 ? popIsolate(open, closed) : 0;
            } else {
                push(c, open, closed);
                isolates += isIsolate(c) ? 1 : 0;
            }
        }
        open.forEach(closed::append);
        return closed.toString();
    }

    static String without(String text) {
        return text.codePoints().filter(c -> c > Character.MAX_VALUE || !isDirection((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static void push(char c, Deque<Character> open, StringBuilder closed) {
        if (isDirection(c)) {
            open.push(isIsolate(c) ? POP_ISOLATE : POP_EMBEDDING);
        }
        closed.append(c);
    }

    private static void popEmbedding(Deque<Character> open, StringBuilder closed) {
        if (!open.isEmpty() && open.peek() == POP_EMBEDDING) {
            closed.append(open.pop().charValue());
        }
    }

    /** The end of an isolate also ends the embeddings in it. */
    private static int popIsolate(Deque<Character> open, StringBuilder closed) {
        while (open.peek() != POP_ISOLATE) {
            closed.append(open.pop().charValue());
        }
        closed.append(open.pop().charValue());
        return 1;
    }

    private static boolean isDirection(char c) {
        return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    }

    private static boolean isIsolate(char c) {
        return c >= '\u2066' && c <= '\u2068';
    }
}
