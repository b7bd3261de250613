package io.painchain.simulator.world.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;
import io.painchain.simulator.world.feed.FeedPayload;
import io.painchain.simulator.world.number.Ids;
import io.painchain.simulator.world.repository.Repository;

/** Branches and tags of a repository, and what is pushed to them. */
public final class Git {

    static final String NO_COMMIT = "0".repeat(40);

    private final Repository repository;
    private final CommitGraph graph;
    private final Map<String, String> branches = new TreeMap<>();
    private Map<String, String> tags = Map.of();
    private Map<String, String> annotations = Map.of();
    private final List<TagChange> tagChanges = new ArrayList<>(0);

    public Git(Repository repository, By creator) {
        this.repository = repository;
        this.graph = new CommitGraph(repository);
        Commit first = graph.add(new NewCommit("Initial commit", List.of(FileChange.added("README.md", 12))),
                List.of(), creator);
        branches.put(repository.defaultBranch(), first.sha());
    }

    public CommitGraph commits() {
        return graph;
    }

    public Map<String, String> branches() {
        return branches;
    }

    public Map<String, String> tags() {
        return tags;
    }

    /** All that happened to tags, oldest first; GitHub tells of it in the feed alone. */
    public List<TagChange> tagChanges() {
        return tagChanges;
    }

    /** The commit at the head of a branch. */
    public String head(String branch) {
        String head = branches.get(branch);
        if (head == null) {
            throw new UnknownThingException("There is no branch " + branch + " in " + repository.fullName());
        }
        return head;
    }

    /** The SHA that a branch, a tag or a (shortened) SHA stands for; null where there is none. */
    public String resolve(String ref) {
        String plain = ref.replaceFirst("^(refs/)?(heads|tags)/", "");
        String named = branches.getOrDefault(plain, tags.get(plain));
        return named == null ? graph.expand(plain) : named;
    }

    public Activity push(String branch, List<NewCommit> commits, By by) {
        return repository.write(() -> move(branch, append(head(branch), commits, by), ActivityType.PUSH, by));
    }

    /** Replaces the last commits of a branch. */
    public Activity forcePush(String branch, int dropped, List<NewCommit> commits, By by) {
        return repository.write(() -> {
            String base = head(branch);
            for (int i = 0; i < dropped && !graph.get(base).parents().isEmpty(); i++) {
                base = graph.get(base).parents().get(0);
            }
            return move(branch, append(base, commits, by), ActivityType.FORCE_PUSH, by);
        });
    }

    /** Creates a branch from another branch, tag or commit, with these commits on top. */
    public Activity createBranch(String branch, String from, List<NewCommit> commits, By by) {
        return repository.write(() -> {
            if (branches.containsKey(branch)) {
                throw new ImpossibleChangeException("Branch " + branch + " exists already");
            }
            String base = resolve(from);
            if (base == null) {
                throw new UnknownThingException("There is no ref " + from + " in " + repository.fullName());
            }
            String head = append(base, commits, by);
            branches.put(branch, head);
            repository.feed().add(actor(by), when(by), new FeedPayload.RefCreated(branch, "branch"));
            return record(branch, NO_COMMIT, head, ActivityType.BRANCH_CREATION, by);
        });
    }

    public Activity deleteBranch(String branch, By by) {
        return repository.write(() -> {
            String head = head(branch);
            branches.remove(branch);
            repository.feed().add(actor(by), when(by), new FeedPayload.RefDeleted(branch, "branch"));
            return record(branch, head, NO_COMMIT, ActivityType.BRANCH_DELETION, by);
        });
    }

    public void createTag(String tag, String ref, By by) {
        repository.write(() -> {
            if (tags.isEmpty()) {
                tags = new LinkedHashMap<>();
            }
            String sha = resolve(ref);
            if (sha == null) {
                throw new UnknownThingException("There is no ref " + ref + " in " + repository.fullName());
            }
            tags.put(tag, sha);
            tagChanges.add(new TagChange(tag, true, sha, when(by)));
            repository.feed().add(actor(by), when(by), new FeedPayload.RefCreated(tag, "tag"));
            repository.pushed(when(by));
        });
    }

    /** The same with an object of its own, which bears a message and has another SHA than the commit. */
    public void createAnnotatedTag(String tag, String ref, By by) {
        repository.write(() -> {
            createTag(tag, ref, by);
            annotations = new LinkedHashMap<>(annotations);
            annotations.put(tag, CommitGraph.sha1("tag " + repository.id() + " " + tag + " " + tags.get(tag)));
        });
    }

    /** Points a tag to another commit as a forced push does; no feed and no list of events tells of it. */
    public void moveTag(String tag, String ref) {
        repository.write(() -> {
            String sha = resolve(ref);
            if (sha == null || !tags.containsKey(tag)) {
                throw new UnknownThingException("There is no tag " + tag + " or no ref " + ref);
            }
            tags.put(tag, sha);
        });
    }

    /** The SHA of an annotated tag's own object; null where the tag has none. */
    public String annotation(String tag) {
        return annotations.get(tag);
    }

    public void deleteTag(String tag, By by) {
        repository.write(() -> {
            String sha = tags.remove(tag);
            if (sha == null) {
                throw new UnknownThingException("There is no tag " + tag + " in " + repository.fullName());
            }
            annotations = new LinkedHashMap<>(annotations);
            annotations.remove(tag);
            tagChanges.add(new TagChange(tag, false, sha, when(by)));
            repository.feed().add(actor(by), when(by), new FeedPayload.RefDeleted(tag, "tag"));
            repository.pushed(when(by));
        });
    }

    /** Moves a branch to a commit that is there already. */
    public Activity move(String branch, String head, ActivityType type, By by) {
        String before = branches.put(branch, head);
        Ids ids = repository.world().ids();
        repository.feed().add(actor(by), when(by), new FeedPayload.Pushed(ids.push(), "refs/heads/" + branch, before,
                head, graph.notIn(head, before, 20)));
        repository.pulls().headMoved(branch, head, when(by));
        return record(branch, before, head, type, by);
    }

    public String append(String base, List<NewCommit> commits, By by) {
        String head = base;
        for (NewCommit commit : commits) {
            head = graph.add(commit, List.of(head), by).sha();
        }
        return head;
    }

    /** A commit that joins two lines. */
    public String join(NewCommit commit, String first, String second, By by) {
        return graph.add(commit, new ArrayList<>(List.of(first, second)), by).sha();
    }

    private Activity record(String branch, String before, String after, ActivityType type, By by) {
        Instant moment = when(by);
        repository.pushed(moment);
        return repository.activities().add(branch, before, after, type, actor(by), moment);
    }

    private Account actor(By by) {
        return repository.world().account(by.login());
    }

    private Instant when(By by) {
        return repository.world().when(by);
    }
}
