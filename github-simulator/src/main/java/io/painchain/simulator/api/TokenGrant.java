package io.painchain.simulator.api;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.simulator.limit.RateResource;
import io.painchain.simulator.world.Repository;

/**
 * What a token may see. A classic token ({@code fineGrained} off) has scopes and may read all it sees; {@code repositories}
 * is null for all of them.
 */
public record TokenGrant(String token, String login, boolean fineGrained, Set<String> repositories,
        Set<Permission> permissions, Instant expiresAt, int hourlyLimit, int graphQlHourlyLimit) {

    private static final int HOURLY = 5_000;
    private static final int SEARCHES_A_MINUTE = 30;

    public static TokenGrant classic(String token, String login) {
        return new TokenGrant(token, login, false, null, EnumSet.allOf(Permission.class), null, HOURLY, HOURLY);
    }

    public static TokenGrant fineGrained(String token, String login, Permission... permissions) {
        Set<Permission> granted = EnumSet.of(Permission.METADATA, permissions);
        return new TokenGrant(token, login, true, null, granted, null, HOURLY, HOURLY);
    }

    public TokenGrant limitedTo(String... fullNames) {
        Set<String> names = Set.of(fullNames).stream().map(TokenGrant::key).collect(Collectors.toSet());
        return new TokenGrant(token, login, fineGrained, names, permissions, expiresAt, hourlyLimit, graphQlHourlyLimit);
    }

    public TokenGrant expiresAt(Instant moment) {
        return new TokenGrant(token, login, fineGrained, repositories, permissions, moment, hourlyLimit, graphQlHourlyLimit);
    }

    public TokenGrant hourlyLimit(int requests) {
        return new TokenGrant(token, login, fineGrained, repositories, permissions, expiresAt, requests, graphQlHourlyLimit);
    }

    public TokenGrant graphQlHourlyLimit(int points) {
        return new TokenGrant(token, login, fineGrained, repositories, permissions, expiresAt, hourlyLimit, points);
    }

    int limit(RateResource resource) {
        return switch (resource) {
            case CORE -> hourlyLimit;
            case SEARCH -> SEARCHES_A_MINUTE;
            case GRAPHQL -> login == null ? 0 : graphQlHourlyLimit;
        };
    }

    /** GitHub's words for what the token may not do. */
    String refusal() {
        return "Resource not accessible by personal access token";
    }

    public boolean sees(Repository repository) {
        return !repository.isPrivate() || repositories == null || repositories.contains(key(repository.fullName()));
    }

    /** What anyone may read of a public repository needs no permission. */
    public boolean mayRead(Permission permission) {
        return permissions.contains(permission);
    }

    private static String key(String fullName) {
        return fullName.toLowerCase(Locale.ROOT);
    }
}
