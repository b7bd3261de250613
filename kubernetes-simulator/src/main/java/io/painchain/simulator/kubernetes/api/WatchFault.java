package io.painchain.simulator.kubernetes.api;

/** What is done to open watches. */
public enum WatchFault {
    NONE,
    /** The connection ends in the middle of the next line. */
    CUT,
    /** The connection ends at once, without HTTP's end of the body. */
    CLOSE,
    /** The body ends at once, as at its timeout. */
    END,
    /** Nothing comes any more, not even the end. */
    SILENCE,
    /** The next changes are not told, and nothing says so. */
    OMIT,
    /** The next line is an error 410, and the last. */
    EXPIRE
}
