package io.painchain.connector.provider;

import java.time.Instant;

import io.painchain.connector.http.TransportException;
import io.painchain.connector.http.TransportException.Reason;

/** The provider did not give what was asked for; the message is a sentence that a user can act on. */
public final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of no it was, as far as it decides what to do next. */
    public enum Kind {
        /** The token is bad; nothing more can be asked with it. */
        UNAUTHORIZED,
        /** Absent, or invisible to this token. */
        NOT_FOUND,
        /** The token lacks a permission. */
        FORBIDDEN,
        /** The feature is switched off or the resource is gone for good. */
        GONE,
        RATE_LIMITED,
        /** The provider is ill or cannot be reached; worth another try. */
        UNAVAILABLE,
        UNREADABLE,
        /** A redirect or a link led to another host, where the token must not go. */
        LED_ELSEWHERE,
        /** The request was refused for its content, e.g. for a commit that is gone. */
        REFUSED,
        STOPPING
    }

    private final Kind kind;
    private final transient Instant until;

    public ProviderException(Kind kind, String sentence, Instant until, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        this.until = until;
    }

    public ProviderException(Kind kind, String sentence) {
        this(kind, sentence, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** When to ask again, for {@link Kind#RATE_LIMITED} and {@link Kind#UNAUTHORIZED}. */
    public Instant until() {
        return until;
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** Whether the token may not see what was asked for, so that asking again soon is useless. */
    public boolean withheld() {
        return kind == Kind.FORBIDDEN || kind == Kind.NOT_FOUND || kind == Kind.GONE;
    }

    /** Whether whatever else is asked now would fare the same. */
    public boolean concernsAll() {
        return kind == Kind.RATE_LIMITED || kind == Kind.UNAUTHORIZED || kind == Kind.STOPPING;
    }

    /** Whether the server took too long. */
    public boolean timedOut() {
        return getCause() instanceof TransportException transport && transport.reason() == Reason.TIMEOUT;
    }

    /** Whether the answer was larger than is taken. */
    public boolean tooLarge() {
        return getCause() instanceof TransportException transport && transport.reason() == Reason.TOO_LARGE;
    }

    /** Whether not even a connection came about. */
    public boolean unreachable() {
        return getCause() instanceof TransportException transport && transport.reason() != Reason.CUT
                && transport.reason() != Reason.TOO_LARGE;
    }
}
