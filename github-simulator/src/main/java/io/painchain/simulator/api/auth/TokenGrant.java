package io.painchain.simulator.api.auth;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.simulator.limit.RateResource;
import io.painchain.simulator.world.repository.Repository;

/**
 * What a token may see. A classic token ({@code fineGrained} off) has scopes and may read all it sees; {@code repositories}
 * is null for all of them, {@code withoutSso} names organisations whose single sign-on it has not passed.
 */
public record TokenGrant(String token, String login, boolean fineGrained, Set<String> repositories,
        Set<Permission> permissions, Set<Permission> writes, Instant expiresAt, int hourlyLimit, int graphQlHourlyLimit,
        long installation, Set<String> withoutSso) {

    private static final int HOURLY = 5_000;
    private static final int SEARCHES_A_MINUTE = 30;

    public static TokenGrant classic(String token, String login) {
        return new TokenGrant(token, login, false, null, EnumSet.allOf(Permission.class), EnumSet.allOf(Permission.class), null,
                HOURLY, HOURLY, 0, Set.of());
    }

    public static TokenGrant fineGrained(String token, String login, Permission... permissions) {
        Set<Permission> granted = EnumSet.of(Permission.METADATA, permissions);
        return new TokenGrant(token, login, true, null, granted, EnumSet.noneOf(Permission.class), null, HOURLY, HOURLY, 0,
                Set.of());
    }

    /** An App's token for what is installed. */
    static TokenGrant ofInstallation(String token, Installation installation, Instant end) {
        return new TokenGrant(token, installation.app().slug() + "[bot]", true, installation.visible(),
                installation.reads(), installation.writes(), end, HOURLY, HOURLY, installation.id(), Set.of());
    }

    public TokenGrant limitedTo(String... fullNames) {
        Set<String> names = Set.of(fullNames).stream().map(TokenGrant::key).collect(Collectors.toSet());
        return new TokenGrant(token, login, fineGrained, names, permissions, writes, expiresAt, hourlyLimit,
                graphQlHourlyLimit, installation, withoutSso);
    }

    public TokenGrant expiresAt(Instant moment) {
        return new TokenGrant(token, login, fineGrained, repositories, permissions, writes, moment, hourlyLimit,
                graphQlHourlyLimit, installation, withoutSso);
    }

    public TokenGrant hourlyLimit(int requests) {
        return new TokenGrant(token, login, fineGrained, repositories, permissions, writes, expiresAt, requests,
                graphQlHourlyLimit, installation, withoutSso);
    }

    public TokenGrant graphQlHourlyLimit(int points) {
        return new TokenGrant(token, login, fineGrained, repositories, permissions, writes, expiresAt, hourlyLimit, points,
                installation, withoutSso);
    }

    /** Lets a fine-grained token change things, which includes reading them. */
    public TokenGrant writing(Permission... also) {
        Set<Permission> reads = EnumSet.copyOf(permissions);
        Set<Permission> all = writes.isEmpty() ? EnumSet.noneOf(Permission.class) : EnumSet.copyOf(writes);
        reads.addAll(Set.of(also));
        all.addAll(Set.of(also));
        return new TokenGrant(token, login, fineGrained, repositories, reads, all, expiresAt, hourlyLimit,
                graphQlHourlyLimit, installation, withoutSso);
    }

    /** A classic token that nobody authorised for the single sign-on of these organisations. */
    public TokenGrant withoutSso(String... organizations) {
        Set<String> names = Set.of(organizations).stream().map(TokenGrant::key).collect(Collectors.toSet());
        return new TokenGrant(token, login, fineGrained, repositories, permissions, writes, expiresAt, hourlyLimit,
                graphQlHourlyLimit, installation, names);
    }

    /** Whether single sign-on stands between this token and a repository that it could see. */
    public boolean lacksSso(Repository repository) {
        return repository.isPrivate() && withoutSso.contains(key(repository.owner().login()));
    }

    /** Of somebody who may look at repositories and change none. */
    public TokenGrant readOnly() {
        return new TokenGrant(token, login, fineGrained, repositories, permissions, EnumSet.noneOf(Permission.class),
                expiresAt, hourlyLimit, graphQlHourlyLimit, installation, withoutSso);
    }

    /** Also of a public repository only what is the token's. */
    public boolean mayWrite(Repository repository, Permission permission) {
        return login != null && writes.contains(permission) && covers(repository);
    }

    /** Whether it is among those that the token was made for; {@code acme/*} stands for all of acme. */
    public boolean covers(Repository repository) {
        return repositories == null || repositories.contains(key(repository.fullName()))
                || repositories.contains(key(repository.owner().login() + "/*"));
    }

    /** Whether an installation has all repositories of its account. */
    public String selection() {
        return repositories != null && repositories.stream().noneMatch(name -> name.endsWith("/*")) ? "selected"
                : "all";
    }

    /** Who pays: all tokens of an installation from one budget. */
    public String budget() {
        return installation == 0 ? token : "installation:" + installation;
    }

    public int limit(RateResource resource) {
        return switch (resource) {
            case CORE -> hourlyLimit;
            case SEARCH -> SEARCHES_A_MINUTE;
            case GRAPHQL -> login == null ? 0 : graphQlHourlyLimit;
        };
    }

    /** GitHub's words for what the token may not do. */
    public String refusal() {
        return "Resource not accessible by " + (installation == 0 ? "personal access token" : "integration");
    }

    public boolean sees(Repository repository) {
        return !repository.isPrivate() || covers(repository) && !lacksSso(repository);
    }

    /** What anyone may read of a public repository needs no permission. */
    public boolean mayRead(Permission permission) {
        return permissions.contains(permission);
    }

    private static String key(String fullName) {
        return fullName.toLowerCase(Locale.ROOT);
    }
}
