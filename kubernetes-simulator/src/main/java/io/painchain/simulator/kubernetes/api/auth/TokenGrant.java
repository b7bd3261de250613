package io.painchain.simulator.kubernetes.api.auth;

import java.time.Instant;
import java.util.Set;

/**
 * A token: whose it is, until when ({@code null}: for ever), in which namespaces ({@code null}: in all, and in the cluster),
 * with which verbs, and which resources such as {@code secrets} or {@code deployments.apps} are denied to it.
 */
public record TokenGrant(String token, String user, Instant expiresAt, Set<String> namespaces, Set<String> verbs,
        Set<String> denied) {

    public static final String USER = "system:serviceaccount:painchain:painchain";

    private static final Set<String> READING = Set.of("get", "list", "watch");

    /** Reads everything. */
    public static TokenGrant of(String token) {
        return new TokenGrant(token, USER, null, null, READING, Set.of());
    }

    public TokenGrant expiresAt(Instant moment) {
        return new TokenGrant(token, user, moment, namespaces, verbs, denied);
    }

    public TokenGrant namespaces(String... names) {
        return new TokenGrant(token, user, expiresAt, Set.of(names), verbs, denied);
    }

    public TokenGrant verbs(String... names) {
        return new TokenGrant(token, user, expiresAt, namespaces, Set.of(names), denied);
    }

    public TokenGrant denied(String... resources) {
        return new TokenGrant(token, user, expiresAt, namespaces, verbs, Set.of(resources));
    }

    public boolean may(String verb, String resource, String namespace) {
        return verbs.contains(verb) && !denied.contains(resource)
                && (namespaces == null || namespaces.contains(namespace));
    }
}
