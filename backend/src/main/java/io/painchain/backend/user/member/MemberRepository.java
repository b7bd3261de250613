package io.painchain.backend.user.member;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;

@Singleton
class MemberRepository {

    private static final String MEMBERS = """
            select u.id, u.name, u.email, m.role, m.created_at, m.created_by, m.suspended_at, u.signed_in_at
            from membership m join app_user u on u.tenant_id = '*' and u.id = m.user_id
            where m.tenant_id = ?""";

    private final Statements statements;

    MemberRepository(Statements statements) {
        this.statements = statements;
    }

    List<MemberView> list(String tenantId) {
        return statements.query(MEMBERS + " order by lower(u.name), u.id", List.of(tenantId), MemberRepository::view);
    }

    Optional<MemberView> find(String tenantId, UUID userId) {
        return statements.query(MEMBERS + " and m.user_id = ?", List.of(tenantId, userId), MemberRepository::view).stream()
                .findFirst();
    }

    /** Changes of one tenant's members wait for each other, so that two owners cannot remove one another at once. */
    void lock(String tenantId) {
        statements.query("select user_id from membership where tenant_id = ? order by user_id for update",
                List.of(tenantId), row -> true);
    }

    long countOtherOwners(String tenantId, UUID userId) {
        return statements.query("""
                select count(*) as owners from membership
                where tenant_id = ? and user_id <> ? and role = 'owner' and suspended_at is null""",
                List.of(tenantId, userId), row -> row.number("owners")).get(0);
    }

    /** @param suspendedAt {@code null} for who may get in */
    void change(String tenantId, UUID userId, String role, Instant suspendedAt) {
        statements.update("""
                update membership set role = ?, suspended_at = cast(? as timestamptz) where tenant_id = ? and user_id = ?""",
                Arrays.asList(role, suspendedAt == null ? null : suspendedAt.toString(), tenantId, userId));
    }

    void remove(String tenantId, UUID userId) {
        statements.update("delete from membership where tenant_id = ? and user_id = ?", List.of(tenantId, userId));
    }

    /** @return whose they were */
    List<UUID> removeAll(String tenantId) {
        return statements.query("delete from membership where tenant_id = ? returning user_id", List.of(tenantId),
                row -> row.id("user_id"));
    }

    /** @return which of them were of no tenant, and are no users any more */
    List<UUID> eraseWithoutTenant(List<UUID> users) {
        return statements.query("""
                delete from app_user u where u.tenant_id = '*' and u.id = any(cast(? as uuid[]))
                and not exists (select from membership m where m.user_id = u.id) returning u.id""",
                List.of((Object) users.stream().map(UUID::toString).toArray(String[]::new)), row -> row.id("id"));
    }

    private static MemberView view(Row row) {
        return new MemberView(row.id("id").toString(), row.text("name"), row.text("email"), row.text("role"),
                row.instant("created_at"), row.text("created_by"), row.instant("suspended_at"), row.instant("signed_in_at"));
    }
}
