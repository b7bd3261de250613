package io.painchain.simulator.gitlab.world.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.painchain.simulator.gitlab.world.base.Basis;
import io.painchain.simulator.gitlab.world.event.Feed;
import io.painchain.simulator.gitlab.world.event.PushData;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;

/** Pushes to a repository. Of one that changes more than three refs of a kind the feed has a single event. */
public final class Pushes {

    private static final int MOST_SINGLE = 3;

    private final Basis basis;
    private final Repository repository;
    private final Feed feed;
    private final List<Pushed> done = new ArrayList<>();
    private BiConsumer<String, By> moved = (branch, by) -> {
        // until merge requests listen
    };

    /** A change of a ref that happened. */
    public record Pushed(RefChange change, By by, Instant at, boolean bulk) {
    }

    public Pushes(Basis basis, Repository repository, Feed feed) {
        this.basis = basis;
        this.repository = repository;
        this.feed = feed;
    }

    /** Is told of every branch that got commits. */
    public void whenMoved(BiConsumer<String, By> listener) {
        moved = listener;
    }

    /** All that was ever pushed, oldest first. */
    public List<Pushed> done() {
        return List.copyOf(done);
    }

    /** Commits to a branch, made where it does not exist, from the default branch's head. */
    public Commit commit(String branch, List<String> messages, By by) {
        RefChange change = grow(branch, messages, by);
        announce(List.of(change), by);
        return repository.get(change.after());
    }

    /** The same to several branches in one push. */
    public void bulk(List<String> branches, String message, By by) {
        List<RefChange> changes = new ArrayList<>();
        branches.forEach(branch -> changes.add(grow(branch, List.of(message), by)));
        announce(changes, by);
    }

    public void branch(String name, String from, By by) {
        refuse(repository.head(name) != null, "There is already a branch " + name);
        String sha = repository.get(from).sha();
        repository.moveBranch(name, sha);
        announce(List.of(new RefChange("branch", name, null, sha, 0)), by);
    }

    public void deleteBranch(String name, By by) {
        String before = repository.head(name);
        refuse(before == null, "There is no branch " + name);
        repository.removeBranch(name);
        announce(List.of(new RefChange("branch", name, before, null, 0)), by);
    }

    public void tag(String name, String ref, String message, By by) {
        tags(Map.of(name, ref), message, by);
    }

    /** Several tags in one push; one that exists is moved, as by force. */
    public void tags(Map<String, String> refs, String message, By by) {
        Instant at = message == null ? null : basis.at(by);
        List<RefChange> changes = new ArrayList<>();
        new LinkedHashMap<>(refs).forEach((name, ref) -> {
            String sha = repository.get(ref).sha();
            String before = repository.tags().stream().filter(tag -> tag.name().equals(name)).map(Tag::sha).findFirst()
                    .orElse(null);
            repository.putTag(new Tag(name, sha, message == null ? "" : message, at));
            changes.add(new RefChange("tag", name, before, sha, 0));
        });
        announce(changes, by);
    }

    public void deleteTag(String name, By by) {
        Tag tag = repository.removeTag(name);
        refuse(tag == null, "There is no tag " + name);
        announce(List.of(new RefChange("tag", name, tag == null ? null : tag.sha(), null, 0)), by);
    }

    /** Moves a branch to a commit that exists, as a merge does. */
    public void move(String branch, String sha, int commits, By by) {
        RefChange change = new RefChange("branch", branch, repository.head(branch), sha, commits);
        repository.moveBranch(branch, sha);
        announce(List.of(change), by);
    }

    private RefChange grow(String branch, List<String> messages, By by) {
        String before = repository.head(branch);
        String parent = before != null ? before : repository.branches().values().stream().findFirst().orElse(null);
        for (String message : messages) {
            parent = repository.add(message, parent == null ? List.of() : List.of(parent), by).sha();
        }
        repository.moveBranch(branch, parent);
        return new RefChange("branch", branch, before, parent, messages.size());
    }

    private void announce(List<RefChange> changes, By who) {
        // One moment for the truth and the feed, also by a clock that goes on between them.
        By by = who.at(basis.at(who));
        boolean bulk = changes.size() > MOST_SINGLE;
        RefChange first = changes.get(0);
        if (bulk) {
            feed.addPush(PushData.bulk(first.action(), first.refType(), changes.size()), by);
        }
        for (RefChange change : changes) {
            done.add(new Pushed(change, by, basis.at(by), bulk));
            if (!bulk) {
                feed.addPush(data(change), by);
            }
            if (change.refType().equals("branch") && change.after() != null) {
                moved.accept(change.ref(), by);
            }
        }
    }

    private PushData data(RefChange change) {
        String title = change.after() == null ? null : repository.get(change.after()).title();
        return new PushData(change.action(), change.refType(), change.ref(), change.before(), change.after(),
                change.refType().equals("tag") ? null : title, change.commits(), null);
    }

    private static void refuse(boolean impossible, String why) {
        if (impossible) {
            throw new ImpossibleChangeException(why);
        }
    }
}
