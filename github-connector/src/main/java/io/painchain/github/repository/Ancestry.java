package io.painchain.github.repository;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.painchain.github.api.record.git.Commit;

/** Links commits as far as lists showed them. */
public final class Ancestry {

    private final Map<String, Commit> listed = new LinkedHashMap<>();

    public void add(Collection<Commit> commits) {
        commits.stream().filter(commit -> commit.sha() != null).forEach(commit -> listed.put(commit.sha(), commit));
    }

    /** Null where it was not listed. */
    public Commit get(String sha) {
        return listed.get(sha);
    }

    /** Oldest first by parents: ancestors of the head that are none of {@code before}. */
    public List<Commit> between(String before, String head) {
        List<Commit> commits = new ArrayList<>();
        reachable(head, reachable(before, Set.of())).stream().filter(listed::containsKey)
                .forEach(sha -> commits.add(0, listed.get(sha)));
        return commits;
    }

    /** In the order of the list. */
    public List<Commit> notBehind(String known) {
        Set<String> old = known == null ? Set.of() : reachable(known, Set.of());
        return listed.values().stream().filter(commit -> !old.contains(commit.sha())).toList();
    }

    /** Whether everything between the two was listed. */
    public boolean isWhole(String before, String head) {
        Set<String> old = reachable(before, Set.of());
        Set<String> fresh = reachable(head, old);
        return listed.containsKey(before) && fresh.stream()
                .allMatch(sha -> listed.containsKey(sha) && listed.get(sha).parents().stream()
                        .allMatch(parent -> fresh.contains(parent.sha()) || old.contains(parent.sha())));
    }

    private Set<String> reachable(String from, Set<String> but) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(from));
        while (!waiting.isEmpty()) {
            String sha = waiting.poll();
            if (!but.contains(sha) && found.add(sha) && listed.containsKey(sha)) {
                listed.get(sha).parents().forEach(parent -> waiting.add(parent.sha()));
            }
        }
        return found;
    }
}
