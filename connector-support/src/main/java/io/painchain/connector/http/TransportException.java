package io.painchain.connector.http;

import java.net.URI;

public final class TransportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public enum Reason {
        UNKNOWN_HOST("its name cannot be resolved"),
        CONNECT("no connection could be made"),
        TLS("its certificate is not trusted, or TLS failed"),
        TIMEOUT("it did not answer in time"),
        CUT("the connection broke off"),
        TOO_LARGE("its answer is larger than this connector accepts"),
        REFUSED("its address must not be used"),
        STOPPING("the connector is stopping");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final Reason reason;

    public TransportException(Reason reason, URI url, Throwable cause) {
        super(url.getHost() + ": " + reason.words() + (cause == null ? "" : " (" + describe(cause) + ")"), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    private static String describe(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
