package io.painchain.simulator.world.pull;

import java.util.List;

import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;

/** Merges pull requests as GitHub's queue does: on a branch of its own, after a run of event {@code merge_group}. */
public final class MergeQueue {

    private static final String BOT = "github-merge-queue[bot]";

    private final Repository repository;

    MergeQueue(Repository repository) {
        this.repository = repository;
    }

    /** Makes the branch and starts its run. */
    public WorkflowRun enter(int number, By by) {
        PullRequest pull = repository.pulls().get(number);
        By bot = By.user(BOT).at(by.at());
        return repository.write(() -> {
            repository.git().createBranch(branch(pull), pull.baseRef(), List.of(MergeCommit.squashed(pull)), bot);
            return repository.runs().start(new NewRun("CI", branch(pull)).event("merge_group"), bot);
        });
    }

    /** Merges what passed and deletes the branch. */
    public PullRequest leave(int number, By by) {
        PullRequest pull = repository.pulls().get(number);
        return repository.write(() -> {
            String branch = branch(pull);
            repository.pulls().merge(number, MergeMethod.QUEUE, by);
            repository.git().deleteBranch(branch, By.user(BOT).at(by.at()));
            return pull;
        });
    }

    private String branch(PullRequest pull) {
        return "gh-readonly-queue/" + pull.baseRef() + "/pr-" + pull.number() + "-"
                + repository.git().head(pull.baseRef());
    }
}
