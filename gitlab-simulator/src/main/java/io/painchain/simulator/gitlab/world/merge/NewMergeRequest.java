package io.painchain.simulator.gitlab.world.merge;

import java.util.List;

/** A merge request to be opened; its branch is made with so many commits where it does not exist. */
public record NewMergeRequest(String title, String description, String sourceBranch, String targetBranch, boolean draft,
        List<String> labels, int commits) {

    public static NewMergeRequest of(String title, String sourceBranch) {
        return new NewMergeRequest(title, "", sourceBranch, null, false, List.of(), 1);
    }

    public NewMergeRequest labels(String... names) {
        return new NewMergeRequest(title, description, sourceBranch, targetBranch, draft, List.of(names), commits);
    }

    public NewMergeRequest commits(int count) {
        return new NewMergeRequest(title, description, sourceBranch, targetBranch, draft, labels, count);
    }

    public NewMergeRequest into(String branch) {
        return new NewMergeRequest(title, description, sourceBranch, branch, draft, labels, commits);
    }
}
