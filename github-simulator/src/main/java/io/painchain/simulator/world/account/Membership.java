package io.painchain.simulator.world.account;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Who belongs to an organisation and to its teams: everybody, until somebody is named. */
public final class Membership {

    private final Supplier<List<String>> everybody;
    private final Map<String, TreeSet<String>> teams = new LinkedHashMap<>();
    private TreeSet<String> members;

    /** @param everybody whom the world knows */
    public Membership(Supplier<List<String>> everybody) {
        this.everybody = everybody;
    }

    public synchronized void only(String... logins) {
        members = new TreeSet<>(Arrays.asList(logins));
        teams.values().forEach(team -> team.retainAll(members));
    }

    public synchronized void team(String slug, String... logins) {
        teams.put(slug, new TreeSet<>(Arrays.asList(logins)));
    }

    public synchronized List<String> members() {
        return members == null ? everybody.get() : List.copyOf(members);
    }

    public synchronized List<String> teams() {
        return List.copyOf(teams.keySet());
    }

    /** {@code null} where there is no such team. */
    public synchronized List<String> team(String slug) {
        TreeSet<String> team = teams.get(slug);
        return team == null ? null : List.copyOf(team);
    }
}
