package io.painchain.connector.task;

/** A task cannot be done; the message is a sentence for who asked. */
public final class TaskFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Integer status;

    /** @param status the 4xx that says that the request was at fault; {@code null} where it was not */
    public TaskFailedException(Integer status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public Integer status() {
        return status;
    }
}
