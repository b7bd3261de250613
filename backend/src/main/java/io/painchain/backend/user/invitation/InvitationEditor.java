package io.painchain.backend.user.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.id.Ids;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.RandomToken;
import io.painchain.backend.security.Role;
import io.painchain.backend.tenant.CurrentTenant;
import io.quarkus.security.identity.SecurityIdentity;

@Singleton
@Transactional
class InvitationEditor {

    private static final Duration VALID = Duration.ofDays(7);
    /** Few enough for a list without pages. */
    private static final int MOST = 500;

    private final InvitationRepository repository;
    private final CurrentTenant tenant;
    private final SecurityIdentity identity;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    InvitationEditor(InvitationRepository repository, CurrentTenant tenant, SecurityIdentity identity, AuditLog audit, Ids ids,
            Clock clock) {
        this.repository = repository;
        this.tenant = tenant;
        this.identity = identity;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    List<InvitationView> list() {
        return repository.waiting(tenant.id(), clock.instant());
    }

    CreatedInvitation create(InvitationRequest request) {
        requireManager(request.role());
        if (tenant.id().equals(CurrentTenant.INSTALLATION)) {
            throw ProblemType.invalid("x-tenant-id", "is required: which tenant the invitation is to");
        }
        if (list().size() >= MOST) {
            throw ProblemType.CONFLICT.problem("There are " + MOST + " of them already; revoke one first.");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var invitation = new InvitationView(ids.next().toString(), request.email(), request.role(), now,
                Caller.of(identity).name(), now.plus(VALID));
        var token = RandomToken.generate();
        repository.add(tenant.id(), invitation, RandomToken.digest(token), Caller.of(identity));
        audit.record("invitation", invitation.id(), null, invitation);
        return new CreatedInvitation(token, invitation);
    }

    void revoke(String id) {
        var revoked = Ids.parse(id).flatMap(uuid -> repository.revoke(tenant.id(), uuid, clock.instant()))
                .orElseThrow(
                        () -> ProblemType.NOT_FOUND.problem("There is no such invitation, or it is used, revoked or over."));
        requireManager(revoked.role());
        audit.record("invitation", revoked.id(), revoked, null);
    }

    private void requireManager(String of) {
        var role = Caller.of(identity).role();
        if (!role.mayManage(Role.of(of).orElseThrow())) {
            throw ProblemType.FORBIDDEN.problem("The role " + role.onTheWire() + " invites nobody as " + of + ".");
        }
    }
}
