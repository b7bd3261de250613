package io.painchain.backend.user.session;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;

/** Sessions belong to people and so to the installation; each statement names who or which it is about. */
@Singleton
class SessionRepository {

    private static final String COLUMNS = "id, user_id, created_at, last_used_at, expires_at, address, user_agent";

    private final Statements statements;

    SessionRepository(Statements statements) {
        this.statements = statements;
    }

    void add(UUID id, byte[] digest, NewSession session, Instant now, Instant expiresAt) {
        statements.update("""
                insert into browser_session (tenant_id, id, digest, user_id, issuer, subject, sid, provider_end,
                                             created_at, last_used_at, expires_at, address, user_agent)
                values ('*', ?, ?, ?, ?, ?, cast(? as text), cast(? as text), ?, ?, ?,
                        cast(? as text), cast(? as text))""",
                Arrays.asList(id, digest, session.userId(), session.issuer(), session.subject(), session.sid(),
                        session.providerEnd(), now, now, expiresAt, session.address(), session.userAgent()));
    }

    Optional<StoredSession> ofDigest(byte[] digest, Instant now, Instant idleSince) {
        return statements.query("""
                select %s from browser_session
                where tenant_id = '*' and digest = ? and expires_at > ? and last_used_at > ?""".formatted(COLUMNS),
                List.of(digest, now, idleSince), SessionRepository::session).stream().findFirst();
    }

    void used(UUID id, Instant now) {
        statements.update("update browser_session set last_used_at = ? where tenant_id = '*' and id = ?", List.of(now, id));
    }

    List<StoredSession> ofUser(UUID userId, Instant now, Instant idleSince) {
        return statements.query("""
                select %s from browser_session
                where tenant_id = '*' and user_id = ? and expires_at > ? and last_used_at > ?
                order by last_used_at desc, id""".formatted(COLUMNS), List.of(userId, now, idleSince),
                SessionRepository::session);
    }

    record Ended(UUID id, UUID userId, String providerEnd) {
    }

    Optional<Ended> end(byte[] digest) {
        return statements.query("""
                delete from browser_session where tenant_id = '*' and digest = ? returning id, user_id, provider_end""",
                List.of(digest), row -> new Ended(row.id("id"), row.id("user_id"), row.text("provider_end"))).stream()
                .findFirst();
    }

    List<UUID> end(UUID userId, UUID id) {
        return ended("user_id = ? and id = ?", userId, id);
    }

    List<UUID> endOfUser(UUID userId) {
        return ended("user_id = ?", userId);
    }

    List<UUID> endOfSubject(String issuer, String subject) {
        return ended("issuer = ? and subject = ?", issuer, subject);
    }

    List<UUID> endOfSubjectWithoutSid(String issuer, String subject) {
        return ended("issuer = ? and subject = ? and sid is null", issuer, subject);
    }

    List<UUID> endOfSid(String issuer, String sid) {
        return ended("issuer = ? and sid = ?", issuer, sid);
    }

    void removeOver(Instant now, Instant idleSince) {
        statements.update("delete from browser_session where tenant_id = '*' and (expires_at <= ? or last_used_at <= ?)",
                List.of(now, idleSince));
    }

    private List<UUID> ended(String which, Object... parameters) {
        return statements.query("delete from browser_session where tenant_id = '*' and " + which + " returning id",
                List.of(parameters), row -> row.id("id"));
    }

    private static StoredSession session(Row row) {
        return new StoredSession(row.id("id"), row.id("user_id"), row.instant("created_at"), row.instant("last_used_at"),
                row.instant("expires_at"), row.text("address"), row.text("user_agent"));
    }
}
