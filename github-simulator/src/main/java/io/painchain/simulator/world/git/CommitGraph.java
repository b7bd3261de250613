package io.painchain.simulator.world.git;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.repository.Repository;

/** The commits of a repository and how they hang together. */
public final class CommitGraph {

    private final Repository repository;
    private final Map<String, Commit> commits = new LinkedHashMap<>(4);
    private final Map<String, Integer> order = new LinkedHashMap<>(4);

    CommitGraph(Repository repository) {
        this.repository = repository;
    }

    public Commit get(String sha) {
        return commits.get(sha);
    }

    /** Commits reachable from here, newest first. */
    public List<Commit> reachable(String sha) {
        return walk(sha, Set.of(), Integer.MAX_VALUE);
    }

    /** Commits reachable from {@code head} and not from {@code base}, oldest first, the oldest left out beyond the limit. */
    public List<Commit> notIn(String head, String base, int limit) {
        List<Commit> chain = chain(head, base, limit);
        List<Commit> oldestFirst = chain == null ? walk(head, ancestors(base), limit) : chain;
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    /** The newest commit that both have in common; null where there is none. */
    public Commit mergeBase(String one, String other) {
        Set<String> known = ancestors(one);
        return walk(other, Set.of(), Integer.MAX_VALUE).stream().filter(commit -> known.contains(commit.sha()))
                .findFirst().orElse(null);
    }

    Commit add(NewCommit draft, List<String> parents, By by) {
        Account author = repository.world().account(draft.author() == null ? by.login() : draft.author());
        String identity = repository.id() + "\n" + parents + "\n" + draft.message() + "\n" + commits.size();
        Commit commit = new Commit(sha1(identity), sha1("tree " + identity), draft.message(), author,
                draft.date() == null ? repository.world().when(by) : draft.date(), List.copyOf(parents),
                List.copyOf(draft.files()));
        order.put(commit.sha(), commits.size());
        commits.put(commit.sha(), commit);
        return commit;
    }

    String expand(String prefix) {
        if (commits.containsKey(prefix)) {
            return prefix;
        }
        boolean shortened = prefix.length() >= 7 && prefix.length() < 40;
        return shortened ? commits.keySet().stream().filter(sha -> sha.startsWith(prefix)).findFirst().orElse(null)
                : null;
    }

    /** The commits between the two where they lie on one short line, which is usual; else null. */
    private List<Commit> chain(String head, String base, int limit) {
        List<Commit> newestFirst = new ArrayList<>();
        String sha = head;
        while (!sha.equals(base)) {
            Commit commit = commits.get(sha);
            if (commit == null || commit.parents().size() != 1 || newestFirst.size() == limit) {
                return null;
            }
            newestFirst.add(commit);
            sha = commit.parents().get(0);
        }
        return newestFirst;
    }

    private Set<String> ancestors(String sha) {
        Set<String> found = new HashSet<>();
        List<String> open = new ArrayList<>();
        open.add(sha);
        while (!open.isEmpty()) {
            Commit commit = commits.get(open.remove(open.size() - 1));
            if (commit != null && found.add(commit.sha())) {
                open.addAll(commit.parents());
            }
        }
        return found;
    }

    private List<Commit> walk(String from, Set<String> excluded, int limit) {
        Comparator<Commit> newestFirst = Comparator.comparing(Commit::date)
                .thenComparing(commit -> order.get(commit.sha())).reversed();
        PriorityQueue<Commit> open = new PriorityQueue<>(newestFirst);
        Set<String> seen = new HashSet<>(excluded);
        List<Commit> found = new ArrayList<>();
        enqueue(from, open, seen);
        while (!open.isEmpty() && found.size() < limit) {
            Commit next = open.poll();
            found.add(next);
            next.parents().forEach(parent -> enqueue(parent, open, seen));
        }
        return found;
    }

    private void enqueue(String sha, PriorityQueue<Commit> open, Set<String> seen) {
        Commit commit = commits.get(sha);
        if (commit != null && seen.add(sha)) {
            open.add(commit);
        }
    }

    static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
