package io.painchain.simulator.gitlab.world.git;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.painchain.simulator.gitlab.world.base.Basis;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.UnknownThingException;

/** Commits, branches and tags, without the pushes that brought them. */
public final class Repository {

    private static final Comparator<Commit> NEWEST_FIRST = Comparator.comparing(Commit::committedAt).reversed();

    private final Basis basis;
    private final Map<String, Commit> commits = new LinkedHashMap<>();
    private final Map<String, String> branches = new LinkedHashMap<>();
    private final Map<String, Tag> tags = new LinkedHashMap<>();

    public Repository(Basis basis) {
        this.basis = basis;
    }

    public boolean empty() {
        return branches.isEmpty();
    }

    public Map<String, String> branches() {
        return branches;
    }

    public Collection<Tag> tags() {
        return List.copyOf(tags.values());
    }

    /** What a branch, tag or sha names; null where it names nothing. */
    public Commit find(String ref) {
        String sha = branches.getOrDefault(ref, tags.containsKey(ref) ? tags.get(ref).sha() : ref);
        Commit commit = commits.get(sha);
        return commit != null || sha.length() < 7 ? commit
                : commits.values().stream().filter(one -> one.sha().startsWith(sha)).findFirst().orElse(null);
    }

    public Commit get(String ref) {
        Commit commit = find(ref);
        if (commit == null) {
            throw new UnknownThingException("There is no commit " + ref);
        }
        return commit;
    }

    public String head(String branch) {
        return branches.get(branch);
    }

    /** All that a ref reaches, newest first. */
    public List<Commit> log(String ref) {
        Commit start = find(ref);
        return start == null ? List.of()
                : reached(start.sha()).stream().map(commits::get).sorted(NEWEST_FIRST).toList();
    }

    public List<Commit> all() {
        return commits.values().stream().sorted(NEWEST_FIRST).toList();
    }

    /** What the second reaches and the first does not, oldest first. */
    public List<Commit> between(String from, String to) {
        Set<String> known = reached(get(from).sha());
        List<Commit> more = new ArrayList<>(log(get(to).sha()).stream().filter(one -> !known.contains(one.sha())).toList());
        more.sort(Comparator.comparing(Commit::committedAt));
        return more;
    }

    /** Adds a commit that no branch names yet. */
    public Commit add(String message, List<String> parents, By by) {
        Instant at = basis.at(by);
        String sha = basis.nextSha();
        int size = Integer.parseInt(sha.substring(0, 2), 16);
        Commit commit = new Commit(sha, message, basis.user(by).name(), at, at, List.copyOf(parents), size / 8 + 1, size / 16);
        commits.put(sha, commit);
        return commit;
    }

    void moveBranch(String name, String sha) {
        branches.put(name, sha);
    }

    void removeBranch(String name) {
        branches.remove(name);
    }

    void putTag(Tag tag) {
        tags.put(tag.name(), tag);
    }

    Tag removeTag(String name) {
        return tags.remove(name);
    }

    private Set<String> reached(String start) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String sha = open.removeFirst();
            if (commits.containsKey(sha) && reached.add(sha)) {
                open.addAll(commits.get(sha).parents());
            }
        }
        return reached;
    }
}
