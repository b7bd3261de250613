package io.painchain.outbound;

/** An address that a user gave leads where it must not. The message is for that user. */
public final class RefusedAddress extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedAddress(String message) {
        super(message);
    }
}
