package io.painchain.backend.user;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.painchain.backend.security.Caller;
import io.painchain.backend.security.Role;
import io.painchain.backend.tenant.CurrentTenant;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/**
 * Somebody who signed in once.
 *
 * @param memberships the oldest first, suspended ones too
 */
public record KnownUser(UUID id, String issuer, String subject, String name, String email, List<Membership> memberships) {

    private static final String ATTRIBUTE = "painchain.user";

    public static Optional<KnownUser> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    public List<Membership> active() {
        return memberships.stream().filter(membership -> !membership.suspended()).toList();
    }

    /**
     * @param wanted the tenant as the header names it; {@code null}: the self-hosted one, else the oldest
     * @param expiresAt of the session or token
     */
    public SecurityIdentity identity(String wanted, Instant expiresAt, boolean byCookie) {
        var membership = wanted == null ? first() : active().stream().filter(one -> one.tenantId().equals(wanted)).findFirst();
        var caller = new Caller(name, membership.map(Membership::role).orElse(Role.GUEST),
                membership.map(Membership::tenantId).orElse(null), null, null, id, expiresAt, byCookie);
        return QuarkusSecurityIdentity.builder((QuarkusSecurityIdentity) caller.identity()).addAttribute(ATTRIBUTE, this)
                .build();
    }

    /** For what concerns no tenant's data: signing in and out. */
    public Caller caller() {
        var membership = first();
        return new Caller(name, membership.map(Membership::role).orElse(Role.GUEST),
                membership.map(Membership::tenantId).orElse(CurrentTenant.INSTALLATION), null, null, id, null, true);
    }

    /** No header can name the self-hosted tenant, so the absent one does. */
    private Optional<Membership> first() {
        return active().stream().filter(one -> one.tenantId().equals(CurrentTenant.SELF_HOSTED)).findFirst()
                .or(() -> active().stream().findFirst());
    }
}
