package io.painchain.simulator.admin.call;

/** A request for the impossible; the message says what is wrong. */
public final class AdminException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    public AdminException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
