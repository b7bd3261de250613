package io.painchain.simulator.world.pull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.issue.Comment;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.repository.Repository;

/** A pull request: an issue that proposes commits. */
public final class PullRequest {

    private final long id;
    private final Issue issue;
    private final Repository base;
    private final Repository head;
    private final String headRef;
    private final String baseRef;
    private final List<Review> reviews = new ArrayList<>(0);
    private final List<Account> requestedReviewers = new ArrayList<>(0);
    private final List<Comment> reviewComments = new ArrayList<>(0);
    private String headSha;
    private String baseSha;
    private boolean draft;
    private Boolean mergeable = Boolean.TRUE;
    private Instant mergedAt;
    private Account mergedBy;
    private String mergeCommitSha;
    private List<Commit> commits = List.of();

    PullRequest(long id, Issue issue, Repository base, Repository head, NewPull draft) {
        this.id = id;
        this.issue = issue;
        this.base = base;
        this.head = head;
        this.headRef = draft.head();
        this.baseRef = draft.base();
        this.draft = draft.draft();
        issue.become(this);
    }

    private PullRequest(PullRequest other) {
        this.id = other.id;
        this.issue = other.issue.snapshot();
        this.base = other.base;
        this.head = other.head;
        this.headRef = other.headRef;
        this.baseRef = other.baseRef;
        this.headSha = other.headSha;
        this.baseSha = other.baseSha;
        this.draft = other.draft;
        this.mergeable = other.mergeable;
        this.mergedAt = other.mergedAt;
        this.mergedBy = other.mergedBy;
        this.mergeCommitSha = other.mergeCommitSha;
        this.commits = other.commits;
        this.reviews.addAll(other.reviews);
        this.requestedReviewers.addAll(other.requestedReviewers);
        this.reviewComments.addAll(other.reviewComments);
    }

    public long id() {
        return id;
    }

    public Issue issue() {
        return issue;
    }

    public int number() {
        return issue.number();
    }

    public Repository base() {
        return base;
    }

    /** Where the proposed branch lives; null once that fork is deleted. */
    public Repository head() {
        return head.deleted() ? null : head;
    }

    public Account headOwner() {
        return head.owner();
    }

    public String headRef() {
        return headRef;
    }

    public String headSha() {
        return headSha;
    }

    public String baseRef() {
        return baseRef;
    }

    public String baseSha() {
        return baseSha;
    }

    public boolean draft() {
        return draft;
    }

    /** Null while GitHub has not computed it. */
    public Boolean mergeable() {
        return mergeable;
    }

    public boolean merged() {
        return mergedAt != null;
    }

    public Instant mergedAt() {
        return mergedAt;
    }

    public Account mergedBy() {
        return mergedBy;
    }

    public String mergeCommitSha() {
        return mergeCommitSha;
    }

    public List<Commit> commits() {
        return commits;
    }

    public List<FileChange> files() {
        return FileChange.together(commits);
    }

    public List<Review> reviews() {
        return reviews;
    }

    public List<Account> requestedReviewers() {
        return requestedReviewers;
    }

    /** Comments on lines of the change, each a thread of its own. */
    public List<Comment> reviewComments() {
        return reviewComments;
    }

    /** A copy that later changes leave alone. */
    public PullRequest snapshot() {
        return new PullRequest(this);
    }

    void shows(String newBaseSha, String newHeadSha, List<Commit> newCommits) {
        baseSha = newBaseSha;
        headSha = newHeadSha;
        commits = newCommits;
    }

    void ready() {
        draft = false;
    }

    void mergeable(Boolean known) {
        mergeable = known;
    }

    void merged(Account merger, Instant moment, String commit) {
        mergedAt = moment;
        mergedBy = merger;
        mergeCommitSha = commit;
        issue.close(merger, moment, null);
    }
}
