package io.painchain.connector.backend;

import java.time.Duration;

public final class BackendException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public enum Kind {
        UNAVAILABLE,
        UNAUTHORIZED,
        NOT_FOUND,
        CONFLICT,
        GONE,
        TOO_LARGE,
        UNKNOWN_TYPE,
        REFUSED,
        STOPPING
    }

    private final Kind kind;
    private final transient Duration retryAfter;

    public BackendException(Kind kind, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** {@code null} where the backend names no time. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
