package io.painchain.backend.user.invitation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.security.Caller;

@Singleton
class InvitationRepository {

    /** Nobody lets in whom they could not let in now. */
    private static final String WAITING = """
            used_at is null and revoked_at is null and expires_at > ?
            and (creator_id is null or exists (
                select from membership m where m.tenant_id = invitation.tenant_id and m.user_id = creator_id
                and m.suspended_at is null and (m.role = 'owner' or m.role = 'admin' and invitation.role <> 'owner')))""";

    private final Statements statements;

    InvitationRepository(Statements statements) {
        this.statements = statements;
    }

    record Used(String tenantId, InvitationView invitation) {
    }

    List<InvitationView> waiting(String tenantId, Instant now) {
        return statements.query("""
                select id, email, role, created_at, created_by, expires_at from invitation
                where tenant_id = ? and %s order by created_at desc, id""".formatted(WAITING), List.of(tenantId, now),
                InvitationRepository::view);
    }

    /** What a key makes is of the person who made the key. */
    void add(String tenantId, InvitationView invitation, byte[] digest, Caller creator) {
        statements.update("""
                insert into invitation (tenant_id, id, email, role, digest, created_at, created_by, expires_at, creator_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, coalesce(cast(? as uuid),
                    (select creator_id from api_key where tenant_id = ? and id = cast(? as uuid))))""",
                Arrays.asList(tenantId, UUID.fromString(invitation.id()), invitation.email(), invitation.role(), digest,
                        invitation.createdAt(), invitation.createdBy(), invitation.expiresAt(), creator.userId(),
                        creator.tenantId(), creator.keyId()));
    }

    Optional<InvitationView> revoke(String tenantId, UUID id, Instant now) {
        return statements.query("""
                update invitation set revoked_at = ? where tenant_id = ? and id = ? and %s
                returning id, email, role, created_at, created_by, expires_at""".formatted(WAITING),
                List.of(now, tenantId, id, now), InvitationRepository::view).stream().findFirst();
    }

    /** The one look at a row without its tenant: which that is, only the row says. Of two who use it at once, one does. */
    Optional<Used> use(byte[] digest, UUID userId, String verifiedEmail, Instant now) {
        return statements.query("""
                update invitation set used_at = ?, used_by = ?
                where digest = ? and lower(email) = lower(?) and %s
                returning tenant_id, id, email, role, created_at, created_by, expires_at""".formatted(WAITING),
                List.of(now, userId, digest, verifiedEmail, now), row -> new Used(row.text("tenant_id"), view(row)))
                .stream().findFirst();
    }

    /** Who is a member already keeps their role, and their suspension. */
    boolean addMember(String tenantId, UUID userId, InvitationView invitation, Instant now) {
        return statements.update("""
                insert into membership (tenant_id, user_id, role, created_at, created_by) values (?, ?, ?, ?, ?)
                on conflict (tenant_id, user_id) do nothing""",
                List.of(tenantId, userId, invitation.role(), now, invitation.createdBy())) == 1;
    }

    private static InvitationView view(Row row) {
        return new InvitationView(row.id("id").toString(), row.text("email"), row.text("role"), row.instant("created_at"),
                row.text("created_by"), row.instant("expires_at"));
    }
}
