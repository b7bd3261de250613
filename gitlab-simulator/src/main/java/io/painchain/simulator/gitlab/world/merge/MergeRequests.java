package io.painchain.simulator.gitlab.world.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.painchain.simulator.gitlab.world.base.Basis;
import io.painchain.simulator.gitlab.world.base.Numbered;
import io.painchain.simulator.gitlab.world.base.StateEvent;
import io.painchain.simulator.gitlab.world.event.Event.Target;
import io.painchain.simulator.gitlab.world.event.Feed;
import io.painchain.simulator.gitlab.world.git.Commit;
import io.painchain.simulator.gitlab.world.git.Pushes;
import io.painchain.simulator.gitlab.world.git.Repository;
import io.painchain.simulator.gitlab.world.merge.MergeRequest.Ending;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;

/** The merge requests of a project. */
public final class MergeRequests {

    private final Basis basis;
    private final Repository repository;
    private final Pushes pushes;
    private final Feed feed;
    private final Supplier<String> defaultBranch;
    private final List<MergeRequest> all = new ArrayList<>();
    private boolean pushesMove = true;
    private boolean numbersSteps = true;

    public MergeRequests(Basis basis, Repository repository, Pushes pushes, Feed feed, Supplier<String> defaultBranch) {
        this.basis = basis;
        this.repository = repository;
        this.pushes = pushes;
        this.feed = feed;
        this.defaultBranch = defaultBranch;
        pushes.whenMoved(this::follow);
    }

    public List<MergeRequest> all() {
        return List.copyOf(all);
    }

    public MergeRequest get(int iid) {
        if (iid < 1 || iid > all.size()) {
            throw new UnknownThingException("There is no merge request " + iid);
        }
        return all.get(iid - 1);
    }

    /** Whether a push to its branch moves {@code updated_at}; it does not on every server. */
    public void pushesMove(boolean move) {
        pushesMove = move;
    }

    /** Whether steps are numbered, as since 13.2. */
    public void numbersSteps(boolean numbers) {
        numbersSteps = numbers;
    }

    public MergeRequest open(NewMergeRequest draft, By by) {
        String target = draft.targetBranch() == null ? defaultBranch.get() : draft.targetBranch();
        if (repository.head(target) == null) {
            throw new ImpossibleChangeException("There is no branch " + target + " to merge into");
        }
        if (repository.head(draft.sourceBranch()) == null) {
            pushes.commit(draft.sourceBranch(), messages(draft), by);
        }
        MergeRequest request = new MergeRequest(basis.next(Numbered.MERGE_REQUEST), all.size() + 1, draft, basis.user(by),
                basis.at(by));
        request.target(target);
        all.add(request);
        refreshHead(request);
        feed.add("created", target(request), by);
        return request;
    }

    /** Merges; the target branch moves with it. */
    public MergeRequest merge(int iid, MergeMethod method, By by) {
        MergeRequest request = inState(iid, "opened");
        String base = repository.head(request.targetBranch());
        Commit squashed = method.squash() ? repository.add(request.title(), List.of(base), by) : null;
        String tip = squashed == null ? request.sha() : squashed.sha();
        Commit merge = method.mergeCommit() ? repository.add("Merge branch '" + request.sourceBranch() + "' into '"
                + request.targetBranch() + "'\n\n" + request.title(), List.of(base, tip), by) : null;
        step(request, "merged", new Ending(basis.user(by), basis.at(by), sha(merge), sha(squashed)), by);
        feed.add("merged", target(request), by);
        pushes.move(request.targetBranch(), merge == null ? tip : merge.sha(), request.commits().size(), by);
        return request;
    }

    public MergeRequest close(int iid, By by) {
        MergeRequest request = inState(iid, "opened");
        step(request, "closed", new Ending(basis.user(by), basis.at(by), null, null), by);
        feed.add("closed", target(request), by);
        return request;
    }

    public MergeRequest reopen(int iid, By by) {
        MergeRequest request = inState(iid, "closed");
        step(request, "reopened", null, by);
        feed.add("reopened", target(request), by);
        return request;
    }

    public Note approve(int iid, By by) {
        Note note = note(get(iid), "approved this merge request", true, by);
        feed.add("approved", target(get(iid)), by);
        return note;
    }

    /** The feed says nothing of it. */
    public Note unapprove(int iid, By by) {
        return note(get(iid), "unapproved this merge request", true, by);
    }

    public Note comment(int iid, String body, By by) {
        Note note = note(get(iid), body, false, by);
        feed.add("commented", new Target("Note", note.id(), iid, get(iid).title()), by);
        return note;
    }

    public MergeRequest ready(int iid, By by) {
        MergeRequest request = get(iid);
        request.ready();
        note(request, "marked this merge request as **ready**", true, by);
        return request;
    }

    /** What a check of mergeability found; it leaves {@code updated_at} alone. */
    public void mergeStatus(int iid, String detailed) {
        get(iid).mergeStatus(detailed);
    }

    private void step(MergeRequest request, String state, Ending how, By by) {
        request.step(new StateEvent(basis.next(Numbered.STATE_EVENT), state, basis.user(by), basis.at(by)), how);
        if (!numbersSteps) {
            request.forgetLastStep();
        }
    }

    private Note note(MergeRequest request, String body, boolean system, By by) {
        Note note = new Note(basis.next(Numbered.NOTE), body, basis.user(by), basis.at(by), system);
        request.note(note);
        return note;
    }

    private MergeRequest inState(int iid, String state) {
        MergeRequest request = get(iid);
        if (!request.state().equals(state)) {
            throw new ImpossibleChangeException("The merge request " + iid + " is " + request.state());
        }
        return request;
    }

    private void follow(String branch, By by) {
        for (MergeRequest request : all) {
            if (request.open() && request.sourceBranch().equals(branch)) {
                refreshHead(request);
                if (pushesMove) {
                    request.updated(basis.at(by));
                }
            }
        }
    }

    private void refreshHead(MergeRequest request) {
        String head = repository.head(request.sourceBranch());
        request.head(head, repository.between(request.targetBranch(), head).stream().map(Commit::sha).toList());
    }

    private static Target target(MergeRequest request) {
        return new Target("MergeRequest", request.id(), request.iid(), request.title());
    }

    private static List<String> messages(NewMergeRequest draft) {
        List<String> messages = new ArrayList<>();
        for (int i = 1; i <= draft.commits(); i++) {
            messages.add(i == 1 ? draft.title() : draft.title() + ", part " + i);
        }
        return messages;
    }

    private static String sha(Commit commit) {
        return commit == null ? null : commit.sha();
    }
}
