package io.painchain.simulator.gitlab.api.auth;

import java.time.LocalDate;
import java.util.Set;

/**
 * A token: whose it is, what for, until when, for which projects ({@code null}: all), with which access level (20
 * Reporter, 30 Developer, 40 Maintainer).
 */
public record TokenGrant(String token, String username, Set<String> scopes, LocalDate expiresAt, boolean revoked,
        Set<String> projects, int level) {

    public static final int REPORTER = 20;
    public static final int DEVELOPER = 30;

    public static TokenGrant of(String token, String username) {
        return new TokenGrant(token, username, Set.of("read_api"), null, false, null, DEVELOPER);
    }

    public TokenGrant scopes(String... names) {
        return new TokenGrant(token, username, Set.of(names), expiresAt, revoked, projects, level);
    }

    /** From midnight of that day, UTC, it is refused. */
    public TokenGrant expiresAt(LocalDate day) {
        return new TokenGrant(token, username, scopes, day, revoked, projects, level);
    }

    public TokenGrant projects(String... paths) {
        return new TokenGrant(token, username, scopes, expiresAt, revoked, Set.of(paths), level);
    }

    public TokenGrant level(int access) {
        return new TokenGrant(token, username, scopes, expiresAt, revoked, projects, access);
    }

    TokenGrant withdrawn() {
        return new TokenGrant(token, username, scopes, expiresAt, true, projects, level);
    }

    public boolean sees(String project) {
        return projects == null || projects.contains(project);
    }

    public boolean reads() {
        return scopes.contains("api") || scopes.contains("read_api");
    }
}
