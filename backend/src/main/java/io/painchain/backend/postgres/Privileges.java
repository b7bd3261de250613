package io.painchain.backend.postgres;

import java.util.List;

/** PostgreSQL refuses to run as root, for which containers and small servers often are the place. */
final class Privileges {

    private Privileges() {
    }

    /** What to put before a command of root's: in a user namespace of its own the server is nobody in particular. */
    static List<String> dropped() {
        boolean root = "root".equals(System.getProperty("user.name"));
        boolean linux = "Linux".equals(System.getProperty("os.name"));
        return root && linux ? List.of("unshare", "-U") : List.of();
    }
}
