package io.painchain.backend.connector;

import java.util.regex.Pattern;

public final class WorkerNames {

    public static final String RULE = "must be 1 to 128 of A-Z a-z 0-9 . _ : -";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private WorkerNames() {
    }

    public static boolean isSane(String worker) {
        return SANE.matcher(worker).matches();
    }
}
