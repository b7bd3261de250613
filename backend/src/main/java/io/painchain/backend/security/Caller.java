package io.painchain.backend.security;

import java.time.Instant;
import java.util.UUID;

import io.painchain.backend.tenant.CurrentTenant;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/**
 * Who sent a request.
 *
 * @param tenantId as stored; {@link CurrentTenant#INSTALLATION} for connectors and operators
 * @param connectorType the only one that a connector may ask for, or {@code null} for any
 * @param keyId {@code null} without an API key
 * @param userId {@code null} unless somebody signed in at a provider
 * @param signedIn by a cookie, which a browser sends along by itself
 */
public record Caller(String name, Role role, String tenantId, String connectorType, UUID keyId, UUID userId,
        Instant expiresAt, boolean signedIn) {

    /** Whoever has the connector key. */
    static final Caller ANY_CONNECTOR = new Caller("connector key", Role.CONNECTOR, CurrentTenant.INSTALLATION, null, null,
            null, null, false);
    private static final Caller NOBODY = new Caller(null, null, null, null, null, null, null, false);
    private static final String ATTRIBUTE = "painchain.caller";

    public static Caller of(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        return caller == null ? NOBODY : caller;
    }

    public boolean isKnown() {
        return role != null;
    }

    /** Whether integrations of the type concern it. */
    public boolean maySee(String type) {
        return connectorType == null || connectorType.equals(type);
    }

    public Caller bySigningIn() {
        return new Caller(name, role, tenantId, connectorType, keyId, userId, expiresAt, true);
    }

    public SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name)).addRole(role.onTheWire())
                .addAttribute(ATTRIBUTE, this).build();
    }
}
