package io.painchain.gitlab.change.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.painchain.connector.draft.Text;
import io.painchain.gitlab.api.record.FeedEvent;
import io.painchain.gitlab.api.record.FeedEvent.PushData;
import io.painchain.gitlab.api.record.User;
import io.painchain.gitlab.mapping.Movement;
import io.painchain.gitlab.mapping.RefChange;

/** Follows each branch and tag through the feed's lines, oldest first, so that what they leave out can be told apart. */
final class RefBook {

    private static final int DIGITS = 12;

    private final Map<String, String> heads;
    private final Map<String, String> tags;
    private final boolean comparable;
    private final List<Told> told = new ArrayList<>();
    private final List<RefChange> changes = new ArrayList<>();
    private Unresolved unresolved;

    /** @param event the feed's line; 0: it was found by comparing */
    record Told(Movement movement, long event) {
    }

    RefBook(PushesState known) {
        heads = new HashMap<>(known.knownHeads());
        tags = new HashMap<>(known.knownTags());
        comparable = known.comparable();
        unresolved = known.unresolved();
    }

    List<Told> told() {
        return told;
    }

    List<RefChange> changes() {
        return changes;
    }

    Unresolved unresolved() {
        return unresolved;
    }

    Map<String, String> heads() {
        return heads;
    }

    Map<String, String> tags() {
        return tags;
    }

    /** Begins anew from what the lists show. */
    void start(Map<String, String> branches, Map<String, String> newTags) {
        heads.clear();
        branches.forEach((name, sha) -> heads.put(name, digits(sha)));
        tags.clear();
        newTags.forEach((name, sha) -> tags.put(name, digits(sha)));
        unresolved = null;
    }

    void take(FeedEvent event) {
        PushData push = event.pushData();
        if (push == null || push.action() == null) {
            return;
        }
        String actor = User.loginOf(event.author());
        if (push.bulk()) {
            settle();
            unresolved = comparable ? Unresolved.push(event.createdAt(), actor) : null;
        } else if (push.ref() != null && push.ofTag()) {
            takeTag(event, push, actor);
        } else if (push.ref() != null) {
            takeBranch(event, push, actor);
        }
    }

    private void takeBranch(FeedEvent event, PushData push, String actor) {
        String branch = push.ref();
        String before = heads.get(branch);
        if (unresolved != null && push.commitFrom() != null && before != null && !before.equals(digits(push.commitFrom()))) {
            // The push that named nothing moved it first.
            move(branch, before, push.commitFrom(), unresolved);
        }
        if (unresolved != null) {
            unresolved = unresolved.without(branch);
        }
        if (push.commitTo() == null) {
            heads.remove(branch);
            changes.add(change("branch", branch, "deleted", event, actor, null));
        } else if (push.commitFrom() == null) {
            heads.put(branch, digits(push.commitTo()));
            changes.add(change("branch", branch, "created", event, actor, push.commitTo()));
        } else {
            heads.put(branch, digits(push.commitTo()));
            told.add(new Told(new Movement(branch, push.commitFrom(), push.commitTo(), event.createdAt(), actor,
                    push.commitTitle(), true), event.id()));
        }
    }

    private void takeTag(FeedEvent event, PushData push, String actor) {
        String tag = push.ref();
        if (unresolved != null) {
            unresolved = unresolved.withoutTag(tag);
        }
        if (push.commitTo() == null) {
            tags.remove(tag);
            changes.add(change("tag", tag, "deleted", event, actor, null));
            return;
        }
        tags.put(tag, digits(push.commitTo()));
        changes.add(change("tag", tag, push.commitFrom() == null ? "created" : "moved", event, actor, push.commitTo()));
    }

    private static RefChange change(String kind, String name, String action, FeedEvent event, String actor, String sha) {
        String before = action.equals("created") ? null : event.pushData().commitFrom();
        return new RefChange(kind, name, action, event.createdAt(), actor, sha, before, true);
    }

    /** Holds the differences between what the lists show and what is known. */
    void list(Map<String, String> branches, Map<String, String> listedTags, Instant now) {
        Unresolved open = unresolved == null ? Unresolved.noticed(now) : unresolved;
        Unresolved listed = open.listed(now, differences(branches, heads), differences(listedTags, tags));
        unresolved = listed.isEmpty() ? null : listed;
    }

    private static Map<String, String> differences(Map<String, String> listed, Map<String, String> known) {
        Map<String, String> differences = new TreeMap<>();
        listed.forEach((name, sha) -> {
            if (!digits(sha).equals(known.get(name))) {
                differences.put(name, sha);
            }
        });
        known.keySet().stream().filter(name -> !listed.containsKey(name)).forEach(name -> differences.put(name, ""));
        return differences;
    }

    /** Nothing came that tells otherwise: what was listed is what happened. */
    void settle() {
        Unresolved open = unresolved;
        if (open == null) {
            return;
        }
        for (String branch : new TreeSet<>(open.heads().keySet())) {
            settleBranch(branch, open.heads().get(branch), open);
        }
        for (String tag : new TreeSet<>(open.tags().keySet())) {
            settleTag(tag, open.tags().get(tag), open);
        }
        unresolved = null;
    }

    private void settleBranch(String branch, String sha, Unresolved open) {
        String before = heads.get(branch);
        if (before != null && !sha.isEmpty()) {
            move(branch, before, sha, open);
            return;
        }
        if (sha.isEmpty()) {
            heads.remove(branch);
        } else {
            heads.put(branch, digits(sha));
        }
        changes.add(new RefChange("branch", branch, sha.isEmpty() ? "deleted" : "created", open.at(), open.actor(),
                sha.isEmpty() ? null : sha, before, open.exact()));
    }

    private void settleTag(String tag, String sha, Unresolved open) {
        String before = tags.get(tag);
        String action = sha.isEmpty() ? "deleted" : before == null ? "created" : "moved";
        if (sha.isEmpty()) {
            tags.remove(tag);
        } else {
            tags.put(tag, digits(sha));
        }
        changes.add(new RefChange("tag", tag, action, open.at(), open.actor(), sha.isEmpty() ? null : sha, before,
                open.exact()));
    }

    private void move(String branch, String before, String to, Unresolved open) {
        heads.put(branch, digits(to));
        told.add(new Told(new Movement(branch, before, to, open.at(), open.actor(), null, open.exact()), 0));
    }

    private static String digits(String sha) {
        return Text.shortSha(sha, DIGITS);
    }
}
