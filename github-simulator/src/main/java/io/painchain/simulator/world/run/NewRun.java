package io.painchain.simulator.world.run;

import java.util.List;

import io.painchain.simulator.world.pull.PullRequest;

/** A workflow run to start; without a SHA it runs on the head of its branch. */
public record NewRun(String workflow, String branch, String sha, String event, String title, String status,
        List<String> jobs, List<Integer> pullRequests, String fork) {

    public NewRun(String workflow, String branch) {
        this(workflow, branch, null, "push", null, "in_progress", List.of("build"), List.of(), null);
    }

    public NewRun on(String commit) {
        return new NewRun(workflow, branch, commit, event, title, status, jobs, pullRequests, fork);
    }

    public NewRun queued() {
        return new NewRun(workflow, branch, sha, event, title, "queued", jobs, pullRequests, fork);
    }

    public NewRun event(String name) {
        return new NewRun(workflow, branch, sha, name, title, status, jobs, pullRequests, fork);
    }

    public NewRun titled(String text) {
        return new NewRun(workflow, branch, sha, event, text, status, jobs, pullRequests, fork);
    }

    public NewRun jobs(String... names) {
        return new NewRun(workflow, branch, sha, event, title, status, List.of(names), pullRequests, fork);
    }

    /** On a branch of a fork, named like {@code stranger/api}; GitHub names no pull request then. */
    public NewRun fromFork(String fullName) {
        return new NewRun(workflow, branch, sha, event, title, status, jobs, pullRequests, fullName);
    }

    /** For a pull request, on its head commit. */
    public static NewRun forPull(String workflow, PullRequest pull) {
        return new NewRun(workflow, pull.headRef(), pull.headSha(), "pull_request", pull.issue().title(),
                "in_progress", List.of("build"), List.of(pull.number()), null);
    }
}
