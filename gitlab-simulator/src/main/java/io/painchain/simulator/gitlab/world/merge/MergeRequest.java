package io.painchain.simulator.gitlab.world.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.gitlab.world.base.StateEvent;
import io.painchain.simulator.gitlab.world.base.User;

/** A merge request as it is now. */
public final class MergeRequest {

    private final long id;
    private final int iid;
    private final User author;
    private final Instant createdAt;
    private final NewMergeRequest opened;
    private final List<StateEvent> steps = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private String targetBranch;
    private String title;
    private boolean draft;
    private String state = "opened";
    private Instant updatedAt;
    private String sha;
    private List<String> commits = List.of();
    private String mergeStatus = "mergeable";
    private Ending ending;
    private Ending closing;

    /** Who merged or closed it, when, and by which commits. */
    public record Ending(User user, Instant at, String mergeCommit, String squashCommit) {
    }

    MergeRequest(long id, int iid, NewMergeRequest opened, User author, Instant createdAt) {
        this.id = id;
        this.iid = iid;
        this.opened = opened;
        this.author = author;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.title = opened.title();
        this.draft = opened.draft();
    }

    public long id() {
        return id;
    }

    public int iid() {
        return iid;
    }

    public User author() {
        return author;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public String title() {
        return draft ? "Draft: " + title : title;
    }

    public String description() {
        return opened.description();
    }

    public List<String> labels() {
        return opened.labels();
    }

    public boolean draft() {
        return draft;
    }

    public String sourceBranch() {
        return opened.sourceBranch();
    }

    public String targetBranch() {
        return targetBranch;
    }

    public String state() {
        return state;
    }

    public boolean open() {
        return state.equals("opened");
    }

    /** The head of its branch. */
    public String sha() {
        return sha;
    }

    /** Its own commits, oldest first. */
    public List<String> commits() {
        return commits;
    }

    public String mergeStatus() {
        return mergeStatus;
    }

    /** How it was merged; null where it was not. */
    public Ending merged() {
        return ending;
    }

    /** How it was closed; null where it is not. */
    public Ending closed() {
        return closing;
    }

    public List<StateEvent> steps() {
        return List.copyOf(steps);
    }

    public List<Note> notes() {
        return List.copyOf(notes);
    }

    void target(String branch) {
        targetBranch = branch;
    }

    void ready() {
        draft = false;
    }

    void head(String newSha, List<String> newCommits) {
        sha = newSha;
        commits = List.copyOf(newCommits);
    }

    void updated(Instant at) {
        updatedAt = at.isAfter(updatedAt) ? at : updatedAt;
    }

    /** Leaves {@code updated_at} alone, as GitLab does. */
    void mergeStatus(String detailed) {
        mergeStatus = detailed;
    }

    void step(StateEvent step, Ending how) {
        steps.add(step);
        state = step.state().equals("reopened") ? "opened" : step.state();
        ending = step.state().equals("merged") ? how : ending;
        closing = step.state().equals("closed") ? how : null;
        updated(step.createdAt());
    }

    /** The step happened, but older servers numbered none. */
    void forgetLastStep() {
        steps.remove(steps.size() - 1);
    }

    void note(Note note) {
        notes.add(note);
        updated(note.createdAt());
    }
}
