package io.painchain.backend.process;

/** Exit codes for launchers and orchestrators. */
public enum ExitStatus {

    USAGE(2),
    DATASOURCE_MISSING(3),
    DATABASE_UNREACHABLE(4),
    FOLDER_IN_USE(5),
    FOLDER_UNUSABLE(6),
    DATABASE_TOO_OLD(7),
    BACKUP_REFUSED(8),
    AUDIT_BROKEN(9);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
