package io.painchain.backend.user.member;

import java.util.Map;

import jakarta.inject.Singleton;

import io.painchain.backend.user.KnownUsers;
import io.painchain.backend.user.session.SessionEnds;

/** Erases a tenant's members, and of these the users who belong to no tenant any more. */
@Singleton
public class MemberErasure {

    private final MemberRepository repository;
    private final KnownUsers known;
    private final SessionEnds sessions;

    MemberErasure(MemberRepository repository, KnownUsers known, SessionEnds sessions) {
        this.repository = repository;
        this.known = known;
        this.sessions = sessions;
    }

    /** In the caller's transaction. @return how many rows of which table */
    public Map<String, Long> erase(String tenantId) {
        var members = repository.removeAll(tenantId);
        var users = repository.eraseWithoutTenant(members);
        long ended = users.stream().mapToLong(sessions::ofUser).sum();
        members.forEach(known::changed);
        return Map.of("membership", (long) members.size(), "app_user", (long) users.size(), "browser_session", ended);
    }
}
