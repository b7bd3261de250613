package io.painchain.backend.user;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.security.Role;

/** Looks over tenants, as who signs in names none: the rows say which are theirs. */
@Singleton
class UserRepository {

    private static final String USERS = """
            select u.id, u.issuer, u.subject, u.name, u.email, m.tenant_id as member_of, m.role,
                   m.suspended_at is not null as suspended
            from app_user u left join membership m on m.user_id = u.id
            where u.tenant_id = '*' and %s
            order by m.created_at, m.tenant_id""";
    private static final String BY_ID = USERS.formatted("u.id = ?");
    private static final String BY_IDENTITY = USERS.formatted("u.issuer = ? and u.subject = ?");

    private final Statements statements;

    UserRepository(Statements statements) {
        this.statements = statements;
    }

    private record MemberRow(KnownUser user, Membership membership) {
    }

    Optional<KnownUser> find(UUID id) {
        return user(statements.query(BY_ID, List.of(id), UserRepository::row));
    }

    Optional<KnownUser> find(String issuer, String subject) {
        return user(statements.query(BY_IDENTITY, List.of(issuer, subject), UserRepository::row));
    }

    /** @return the id that the identity has, which is a new one at its first time */
    UUID store(ProvenIdentity identity, UUID newId, Instant now) {
        return statements.query("""
                insert into app_user (tenant_id, id, issuer, subject, name, email, created_at, signed_in_at)
                values ('*', ?, ?, ?, ?, cast(? as text), ?, ?)
                on conflict (tenant_id, issuer, subject) do update
                set name = excluded.name, email = excluded.email, signed_in_at = excluded.signed_in_at
                returning id""",
                Arrays.asList(newId, identity.issuer(), identity.subject(), identity.name(), identity.email(), now, now),
                row -> row.id("id")).get(0);
    }

    /** Two who arrive at once do not both become the first. */
    boolean addFirstOwner(String tenantId, UUID userId, Instant now) {
        statements.query("select pg_advisory_xact_lock(hashtextextended('first owner of ' || ?, 0))", List.of(tenantId),
                row -> true);
        return statements.update("""
                insert into membership (tenant_id, user_id, role, created_at, created_by)
                select ?, ?, 'owner', ?, 'PAINCHAIN_OIDC_OWNER'
                where not exists (select from membership where tenant_id = ? and role = 'owner')
                on conflict (tenant_id, user_id) do nothing""", List.of(tenantId, userId, now, tenantId)) == 1;
    }

    private static Optional<KnownUser> user(List<MemberRow> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var user = rows.get(0).user();
        var memberships = rows.stream().map(MemberRow::membership).filter(one -> one != null).toList();
        return Optional.of(new KnownUser(user.id(), user.issuer(), user.subject(), user.name(), user.email(), memberships));
    }

    private static MemberRow row(Row row) {
        var tenantId = row.text("member_of");
        var membership = tenantId == null ? null
                : new Membership(tenantId, Role.of(row.text("role")).orElseThrow(), row.flag("suspended"));
        return new MemberRow(new KnownUser(row.id("id"), row.text("issuer"), row.text("subject"), row.text("name"),
                row.text("email"), List.of()), membership);
    }
}
