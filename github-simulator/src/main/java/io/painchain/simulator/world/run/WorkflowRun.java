package io.painchain.simulator.world.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.repository.Repository;

/** A run of a workflow; lists show its latest attempt only. */
public final class WorkflowRun {

    private final long id;
    private final int runNumber;
    private final Workflow workflow;
    private final String event;
    private final String headBranch;
    private final Commit headCommit;
    private final String displayTitle;
    private final Account actor;
    private final Instant createdAt;
    private final List<PullRequest> pullRequests;
    private final Repository head;
    private final List<RunAttempt> attempts = new ArrayList<>(1);

    WorkflowRun(long id, int runNumber, Workflow workflow, NewRun draft, RunOrigin origin) {
        this.id = id;
        this.runNumber = runNumber;
        this.workflow = workflow;
        this.event = draft.event();
        this.headBranch = draft.branch();
        this.headCommit = origin.commit();
        this.displayTitle = draft.title() == null ? origin.commit().title() : draft.title();
        this.actor = origin.actor();
        this.createdAt = origin.createdAt();
        this.pullRequests = origin.pullRequests();
        this.head = origin.head();
    }

    /** Where a run comes from. */
    record RunOrigin(Commit commit, Account actor, Instant createdAt, List<PullRequest> pullRequests, Repository head) {
    }

    public long id() {
        return id;
    }

    public int runNumber() {
        return runNumber;
    }

    public Workflow workflow() {
        return workflow;
    }

    public String event() {
        return event;
    }

    public String headBranch() {
        return headBranch;
    }

    public Commit headCommit() {
        return headCommit;
    }

    public String displayTitle() {
        return displayTitle;
    }

    public Account actor() {
        return actor;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public List<PullRequest> pullRequests() {
        return pullRequests;
    }

    /** Where its branch lives; null once that fork is deleted. */
    public Repository headRepository() {
        return head.deleted() ? null : head;
    }

    public List<RunAttempt> attempts() {
        return attempts;
    }

    public RunAttempt latest() {
        return attempts.get(attempts.size() - 1);
    }

    /** Each attempt has a check suite of its own. */
    public long checkSuiteId(RunAttempt attempt) {
        return id * 2 + attempt.number();
    }

    void replaceLatest(RunAttempt attempt) {
        attempts.set(attempts.size() - 1, attempt);
    }
}
