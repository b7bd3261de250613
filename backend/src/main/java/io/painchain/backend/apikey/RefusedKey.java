package io.painchain.backend.apikey;

/** {@code reason}: unknown, expired or revoked. */
public class RefusedKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    RefusedKey(String reason) {
        super("The key is " + reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
