package io.painchain.connector.provider;

import java.time.Instant;

import io.painchain.connector.http.TransportException;
import io.painchain.connector.http.TransportException.Reason;

/** The message is a sentence that a user can act on. */
public final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public enum Kind {
        /** The token is bad; no request works with it. */
        UNAUTHORIZED,
        /** Absent, or invisible to this token. */
        NOT_FOUND,
        FORBIDDEN,
        /** The feature is off or the resource is gone for good. */
        GONE,
        RATE_LIMITED,
        /** The provider fails or cannot be reached; worth a retry. */
        UNAVAILABLE,
        UNREADABLE,
        /** Redirected or linked to another host, where the token must not go. */
        LED_ELSEWHERE,
        /** Refused for its content, e.g. a commit that is gone. */
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

    /** Set for {@link Kind#RATE_LIMITED} and {@link Kind#UNAUTHORIZED}. */
    public Instant until() {
        return until;
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** The token may not see it, so that a retry soon is useless. */
    public boolean withheld() {
        return kind == Kind.FORBIDDEN || kind == Kind.NOT_FOUND || kind == Kind.GONE;
    }

    /** Every other request would fail now, too. */
    public boolean concernsAll() {
        return kind == Kind.RATE_LIMITED || kind == Kind.UNAUTHORIZED || kind == Kind.STOPPING;
    }

    public boolean timedOut() {
        return getCause() instanceof TransportException transport && transport.reason() == Reason.TIMEOUT;
    }

    public boolean tooLarge() {
        return getCause() instanceof TransportException transport && transport.reason() == Reason.TOO_LARGE;
    }

    public boolean unreachable() {
        return getCause() instanceof TransportException transport && transport.reason() != Reason.CUT
                && transport.reason() != Reason.TOO_LARGE;
    }
}
