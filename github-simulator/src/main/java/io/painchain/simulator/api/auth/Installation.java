package io.painchain.simulator.api.auth;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An App in an account. {@code repositories} are full names, or null for all of the account; {@code writes} are among
 * {@code reads}.
 */
public record Installation(long id, App app, String account, Set<String> repositories, Set<Permission> reads,
        Set<Permission> writes) {

    /** Of all repositories of an account. */
    public static Installation of(long id, App app, String account, Permission... reads) {
        return new Installation(id, app, account, null, EnumSet.of(Permission.METADATA, reads),
                EnumSet.noneOf(Permission.class));
    }

    public Installation limitedTo(String... fullNames) {
        return new Installation(id, app, account, Set.of(fullNames), reads, writes);
    }

    public Installation writing(Permission... also) {
        return new Installation(id, app, account, repositories, union(reads, Set.of(also)),
                union(writes, Set.of(also)));
    }

    public String selection() {
        return repositories == null ? "all" : "selected";
    }

    /** In the form that tokens know; the star stands for all of the account. */
    public Set<String> visible() {
        return (repositories == null ? Set.of(account + "/*") : repositories).stream()
                .map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static Set<Permission> union(Set<Permission> one, Set<Permission> other) {
        Set<Permission> both = EnumSet.noneOf(Permission.class);
        both.addAll(one);
        both.addAll(other);
        return both;
    }
}
