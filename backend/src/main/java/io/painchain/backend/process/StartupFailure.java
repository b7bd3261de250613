package io.painchain.backend.process;

/** Ends the process with a one-sentence message. */
public final class StartupFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitStatus status;

    public StartupFailure(ExitStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public StartupFailure(ExitStatus status, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    public ExitStatus status() {
        return status;
    }
}
