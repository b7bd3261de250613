package io.painchain.backend.user.member;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.id.Ids;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.Role;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.user.KnownUsers;
import io.painchain.backend.user.session.SessionEnds;
import io.quarkus.security.identity.SecurityIdentity;

@Singleton
@Transactional
class MemberEditor {

    private static final String KIND = "member";

    private final MemberRepository repository;
    private final KnownUsers known;
    private final SessionEnds sessions;
    private final CurrentTenant tenant;
    private final SecurityIdentity identity;
    private final AuditLog audit;
    private final Clock clock;

    MemberEditor(MemberRepository repository, KnownUsers known, SessionEnds sessions, CurrentTenant tenant,
            SecurityIdentity identity, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.known = known;
        this.sessions = sessions;
        this.tenant = tenant;
        this.identity = identity;
        this.audit = audit;
        this.clock = clock;
    }

    List<MemberView> list() {
        return repository.list(tenant.id());
    }

    MemberView change(String id, MemberRequest request) {
        var before = lock(id);
        var role = request.role() == null ? before.role() : request.role();
        requireManager(role);
        var suspendedAt = suspendedAt(before, request);
        var userId = UUID.fromString(before.id());
        if (!role.equals("owner") || suspendedAt != null) {
            requireOtherOwner(before);
        }
        repository.change(tenant.id(), userId, role, suspendedAt);
        var after = repository.find(tenant.id(), userId).orElseThrow();
        audit.record(KIND, id, before, after);
        known.changed(userId);
        return after;
    }

    void remove(String id) {
        var before = lock(id);
        requireOtherOwner(before);
        var userId = UUID.fromString(before.id());
        repository.remove(tenant.id(), userId);
        audit.record(KIND, id, before, null);
        known.changed(userId);
    }

    void endSessions(String id) {
        var member = lock(id);
        sessions.ofUser(UUID.fromString(member.id()));
        audit.record("session", id, null, null);
    }

    private MemberView lock(String id) {
        repository.lock(tenant.id());
        var member = Ids.parse(id).flatMap(userId -> repository.find(tenant.id(), userId))
                .orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such member."));
        requireManager(member.role());
        return member;
    }

    private void requireManager(String of) {
        var role = Caller.of(identity).role();
        if (role == null) {
            throw ProblemType.CONFLICT.problem("There are no members here: PAINCHAIN_AUTH is open.");
        }
        if (!role.mayManage(Role.of(of).orElseThrow())) {
            throw ProblemType.FORBIDDEN.problem("The role " + role.onTheWire() + " manages no members of the role " + of + ".");
        }
    }

    /** Else nobody could ever let anybody in again. */
    private void requireOtherOwner(MemberView member) {
        var counts = member.role().equals("owner") && member.suspendedAt() == null;
        if (counts && repository.countOtherOwners(tenant.id(), UUID.fromString(member.id())) == 0) {
            throw ProblemType.CONFLICT.problem("This is the tenant's last owner; make another one first.");
        }
    }

    private Instant suspendedAt(MemberView before, MemberRequest request) {
        if (request.suspended() == null) {
            return before.suspendedAt();
        }
        if (!request.suspended()) {
            return null;
        }
        return before.suspendedAt() == null ? clock.instant() : before.suspendedAt();
    }
}
