package io.painchain.logging;

/** The same stack with messages that are clean. */
final class PlainThrowable extends Throwable {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 20;

    private PlainThrowable(Throwable original, Throwable cause) {
        super(PlainLogText.clean(original.toString()), cause, false, true);
        setStackTrace(original.getStackTrace());
    }

    static Throwable of(Throwable thrown) {
        return isPlain(thrown, 0) ? thrown : copy(thrown, 0);
    }

    private static boolean isPlain(Throwable thrown, int depth) {
        return thrown == null || depth == DEEPEST
                || isPlain(thrown.toString()) && isPlain(thrown.getCause(), depth + 1);
    }

    private static boolean isPlain(String text) {
        return PlainLogText.clean(text).equals(text);
    }

    private static Throwable copy(Throwable thrown, int depth) {
        return thrown == null || depth == DEEPEST ? null : new PlainThrowable(thrown, copy(thrown.getCause(), depth + 1));
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
