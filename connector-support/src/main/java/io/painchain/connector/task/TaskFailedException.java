package io.painchain.connector.task;

/** The message is a sentence for the requester. */
public final class TaskFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Integer status;

    /** @param status the 4xx of a faulty request; else {@code null} */
    public TaskFailedException(Integer status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public Integer status() {
        return status;
    }
}
