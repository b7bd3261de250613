package io.painchain.backend.user.invitation;

import java.time.Clock;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.RandomToken;
import io.painchain.backend.security.Role;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.user.KnownUser;
import io.painchain.backend.user.KnownUsers;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;

/** Makes who signed in a member. The provider must have verified the address that was invited: links get around. */
@Singleton
class InvitationAcceptance {

    private final InvitationRepository repository;
    private final KnownUsers known;
    private final SecurityIdentity identity;
    private final AuditLog audit;
    private final Clock clock;

    InvitationAcceptance(InvitationRepository repository, KnownUsers known, SecurityIdentity identity, AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.known = known;
        this.identity = identity;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    AcceptanceView accept(String token) {
        var user = KnownUser.of(identity)
                .orElseThrow(() -> ProblemType.FORBIDDEN.problem("Sign in first: an invitation is a person's, no key's."));
        if (user.email() == null) {
            throw ProblemType.FORBIDDEN
                    .problem("Your provider does not say that your e-mail address is verified, so no invitation is yours.");
        }
        if (!RandomToken.isWellFormed(token)) {
            throw notFound();
        }
        var now = clock.instant();
        var used = repository.use(RandomToken.digest(token), user.id(), user.email(), now)
                .orElseThrow(InvitationAcceptance::notFound);
        if (!repository.addMember(used.tenantId(), user.id(), used.invitation(), now)) {
            throw ProblemType.CONFLICT.problem("You are a member of this tenant already, or suspended in it.");
        }
        var role = Role.of(used.invitation().role()).orElseThrow();
        audit.recordAs(new Caller(user.name(), role, used.tenantId(), null, null, user.id(), null, true), "invitation",
                used.invitation().id());
        known.changed(user.id());
        return new AcceptanceView(CurrentTenant.onTheWire(used.tenantId()), role.onTheWire());
    }

    /** One answer for all, so that nobody learns which tokens there are. */
    private static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem(
                "This invitation is unknown, used, revoked or over, or for another e-mail address than that of your sign-in.");
    }
}
