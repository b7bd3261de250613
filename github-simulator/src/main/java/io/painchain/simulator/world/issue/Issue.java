package io.painchain.simulator.world.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.repository.Repository;

/** An issue; on GitHub every pull request is one, too. */
public final class Issue {

    private final long id;
    private final int number;
    private final Account author;
    private final Instant createdAt;
    private final List<Label> labels = new ArrayList<>(0);
    private final List<Account> assignees = new ArrayList<>(0);
    private String title;
    private String body;
    private boolean open = true;
    private String stateReason;
    private Instant updatedAt;
    private Instant closedAt;
    private Account closedBy;
    private final List<Comment> comments = new ArrayList<>(0);
    private PullRequest pull;

    Issue(long id, int number, Account author, Instant createdAt) {
        this.id = id;
        this.number = number;
        this.author = author;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    public long id() {
        return id;
    }

    public int number() {
        return number;
    }

    public Account author() {
        return author;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public List<Label> labels() {
        return labels;
    }

    public List<Account> assignees() {
        return assignees;
    }

    public String title() {
        return title;
    }

    public String body() {
        return body;
    }

    public boolean open() {
        return open;
    }

    public String stateReason() {
        return stateReason;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public Account closedBy() {
        return closedBy;
    }

    /** How many there are. */
    public int comments() {
        return comments.size();
    }

    public List<Comment> commentList() {
        return comments;
    }

    /** The pull request that this is; null where it is a plain issue. */
    public PullRequest pull() {
        return pull;
    }

    public Issue texts(String newTitle, String newBody) {
        title = newTitle == null ? title : newTitle;
        body = newBody == null ? body : newBody;
        return this;
    }

    public void become(PullRequest pullRequest) {
        pull = pullRequest;
    }

    public void touch(Instant moment) {
        updatedAt = Repository.latest(updatedAt, moment);
    }

    void commented(Comment comment) {
        comments.add(comment);
        touch(comment.createdAt());
    }

    public void close(Account closer, Instant moment, String reason) {
        open = false;
        stateReason = reason;
        closedAt = moment;
        closedBy = closer;
        touch(moment);
    }

    void reopen(Instant moment) {
        open = true;
        stateReason = pull == null ? "reopened" : null;
        closedAt = null;
        closedBy = null;
        touch(moment);
    }

    /** A copy that later changes leave alone. */
    public Issue snapshot() {
        Issue copy = new Issue(id, number, author, createdAt);
        copy.labels.addAll(labels);
        copy.assignees.addAll(assignees);
        copy.title = title;
        copy.body = body;
        copy.open = open;
        copy.stateReason = stateReason;
        copy.updatedAt = updatedAt;
        copy.closedAt = closedAt;
        copy.closedBy = closedBy;
        copy.comments.addAll(comments);
        copy.pull = pull;
        return copy;
    }
}
