package io.painchain.simulator.world.pull;

import java.util.List;

import io.painchain.simulator.world.git.NewCommit;

/**
 * A pull request to open. A head branch that does not exist is created with the commits; without commits it gets one
 * titled like the pull request.
 */
public record NewPull(String title, String body, String head, String base, boolean draft, String fork,
        List<String> labels, List<NewCommit> commits) {

    public NewPull(String title, String head) {
        this(title, null, head, "main", false, null, List.of(), List.of());
    }

    public NewPull body(String text) {
        return new NewPull(title, text, head, base, draft, fork, labels, commits);
    }

    public NewPull onto(String branch) {
        return new NewPull(title, body, head, branch, draft, fork, labels, commits);
    }

    public NewPull asDraft() {
        return new NewPull(title, body, head, base, true, fork, labels, commits);
    }

    /** From the branch of a fork, named like {@code alice/api}. */
    public NewPull fromFork(String fullName) {
        return new NewPull(title, body, head, base, draft, fullName, labels, commits);
    }

    public NewPull labels(String... names) {
        return new NewPull(title, body, head, base, draft, fork, List.of(names), commits);
    }

    public NewPull commits(NewCommit... made) {
        return new NewPull(title, body, head, base, draft, fork, labels, List.of(made));
    }

    List<NewCommit> commitsToMake() {
        return commits.isEmpty() ? List.of(new NewCommit(title)) : commits;
    }
}
