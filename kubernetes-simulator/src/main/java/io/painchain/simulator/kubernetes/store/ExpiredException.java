package io.painchain.simulator.kubernetes.store;

/** A resourceVersion or a list's page is asked for that the server has forgotten. */
public final class ExpiredException extends Exception {

    private static final long serialVersionUID = 1L;

    public ExpiredException(String message) {
        super(message);
    }
}
