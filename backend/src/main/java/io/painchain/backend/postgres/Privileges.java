package io.painchain.backend.postgres;

import java.util.List;

/** PostgreSQL refuses to run as root, as which containers often run. */
final class Privileges {

    private Privileges() {
    }

    /** A command prefix: as root, a user namespace of its own. */
    static List<String> dropped() {
        boolean root = "root".equals(System.getProperty("user.name"));
        boolean linux = "Linux".equals(System.getProperty("os.name"));
        return root && linux ? List.of("unshare", "-U") : List.of();
    }
}
