package io.painchain.backend.security;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a caller may do. The first four are of one tenant, the next two of the installation. */
public enum Role {
    OWNER(Right.READ, Right.WRITE, Right.CONFIGURE, Right.KEYS, Right.MEMBERS,
            Right.AUDIT),
    ADMIN(Right.READ, Right.WRITE, Right.CONFIGURE, Right.KEYS, Right.MEMBERS,
            Right.AUDIT),
    MEMBER(Right.READ, Right.WRITE),
    VIEWER(Right.READ),
    CONNECTOR(Right.CONNECT),
    OPERATOR(Right.KEYS, Right.MEMBERS, Right.AUDIT, Right.TENANTS),
    /** Signed in, and no member of the tenant that is asked for. */
    GUEST;

    private final Set<Right> rights;

    Role(Right... rights) {
        this.rights = Set.of(rights);
    }

    public boolean may(Right right) {
        return right == Right.NONE || right == Right.ANY || rights.contains(right);
    }

    /** Whether it may make, change and end keys and members of the other. */
    public boolean mayManage(Role other) {
        return switch (this) {
            case OWNER -> other.isOfTenant();
            case ADMIN -> other.isOfTenant() && other != OWNER;
            case OPERATOR -> true;
            case MEMBER, VIEWER, CONNECTOR, GUEST -> false;
        };
    }

    /** @return the one of both that may do less; of a tenant both */
    public Role atMost(Role other) {
        return isOfTenant() && other.compareTo(this) > 0 ? other : this;
    }

    public boolean isOfTenant() {
        return this != CONNECTOR && this != OPERATOR && this != GUEST;
    }

    public String onTheWire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String onTheWire) {
        return Stream.of(values()).filter(role -> role.onTheWire().equals(onTheWire)).findFirst();
    }
}
