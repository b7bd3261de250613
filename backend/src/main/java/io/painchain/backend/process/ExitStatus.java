package io.painchain.backend.process;

/** What the process says about its end, so that a launcher or an orchestrator can tell the reasons apart. */
public enum ExitStatus {

    USAGE(2),
    DATASOURCE_MISSING(3),
    DATABASE_UNREACHABLE(4),
    FOLDER_IN_USE(5),
    FOLDER_UNUSABLE(6),
    DATABASE_TOO_OLD(7),
    BACKUP_REFUSED(8);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
