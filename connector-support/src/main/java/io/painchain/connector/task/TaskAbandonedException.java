package io.painchain.connector.task;

/** Nobody waits for this task's result here any more. */
public final class TaskAbandonedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TaskAbandonedException(String why) {
        super(why);
    }
}
