package io.painchain.simulator.world.run;

import java.util.List;

import io.painchain.simulator.world.pull.PullRequest;

/** A workflow run to start; without a SHA it runs on the head of its branch. */
public record NewRun(String workflow, String branch, String sha, String event, String title, String status,
        List<String> jobs, List<Integer> pullRequests) {

    public NewRun(String workflow, String branch) {
        this(workflow, branch, null, "push", null, "in_progress", List.of("build"), List.of());
    }

    public NewRun on(String commit) {
        return new NewRun(workflow, branch, commit, event, title, status, jobs, pullRequests);
    }

    public NewRun queued() {
        return new NewRun(workflow, branch, sha, event, title, "queued", jobs, pullRequests);
    }

    public NewRun event(String name) {
        return new NewRun(workflow, branch, sha, name, title, status, jobs, pullRequests);
    }

    public NewRun titled(String text) {
        return new NewRun(workflow, branch, sha, event, text, status, jobs, pullRequests);
    }

    public NewRun jobs(String... names) {
        return new NewRun(workflow, branch, sha, event, title, status, List.of(names), pullRequests);
    }

    /** For a pull request, on its head commit. */
    public static NewRun forPull(String workflow, PullRequest pull) {
        return new NewRun(workflow, pull.headRef(), pull.headSha(), "pull_request", pull.issue().title(),
                "in_progress", List.of("build"), List.of(pull.number()));
    }
}
