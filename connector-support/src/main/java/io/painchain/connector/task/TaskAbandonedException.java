package io.painchain.connector.task;

/** The result is no longer awaited here. */
public final class TaskAbandonedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TaskAbandonedException(String why) {
        super(why);
    }
}
