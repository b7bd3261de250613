package io.painchain.backend.process;

/** Ends the process; the message is one sentence for the person who started it. */
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
