package io.painchain.simulator.admin;

/** A request for the impossible; the message says what is wrong. */
final class AdminException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    AdminException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
