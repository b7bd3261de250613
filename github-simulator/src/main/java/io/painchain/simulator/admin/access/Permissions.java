package io.painchain.simulator.admin.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.api.auth.Permission;

/** Reads permissions: names such as {@code issues}, or {@code issues:write} for what may be changed, too. */
final class Permissions {

    private Permissions() {
    }

    /** All that are named; with {@code written} only those that include writing. */
    static Permission[] named(Body body, boolean written) throws AdminException {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String text : body.texts("permissions")) {
            Permission permission = permission(text.replaceFirst(":(read|write)$", ""));
            if (!written || text.endsWith(":write")) {
                permissions.add(permission);
            }
        }
        return permissions.toArray(Permission[]::new);
    }

    private static Permission permission(String name) throws AdminException {
        try {
            return Permission.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new AdminException(400, "There is no permission " + name);
        }
    }
}
