package io.painchain.github.mapping;

import io.painchain.connector.draft.Text;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.github.api.record.run.WorkflowRun.Home;

/** {@code branch} may be a tag, has the owner in front for a fork, and is null where gone; {@code fork} is null for none. */
record RunHead(String branch, String fork, QueueBranch queue) {

    private static final String DELETED = "unknown";

    static RunHead of(WorkflowRun run, long repositoryId) {
        String branch = run.headBranch() == null || run.headBranch().isBlank() ? null : run.headBranch();
        String fork = foreign(run, repositoryId);
        String owner = fork == null ? null : fork.indexOf('/') < 0 ? fork : fork.substring(0, fork.indexOf('/'));
        return new RunHead(branch == null || owner == null ? branch : owner + ":" + branch, fork,
                fork == null ? QueueBranch.of(branch).orElse(null) : null);
    }

    String words(WorkflowRun run) {
        if (queue != null) {
            return queue.base() + ", merge queue #" + queue.pullRequest();
        }
        return branch == null ? Text.shortSha(run.headSha(), 7) : branch;
    }

    private static String foreign(WorkflowRun run, long repositoryId) {
        if ("push".equals(run.event())) {
            return null;
        }
        Home head = run.headRepository();
        if (head == null) {
            // GitHub names no pull request of a fork, and the fork itself is gone.
            boolean ofDeletedFork = run.repository() != null && run.event() != null && run.event().startsWith("pull_request")
                    && run.pullRequests().isEmpty();
            return ofDeletedFork ? DELETED : null;
        }
        Long own = run.repository() == null || run.repository().id() == null ? Long.valueOf(repositoryId)
                : run.repository().id();
        boolean foreign = head.id() == null ? Boolean.TRUE.equals(head.fork()) : !head.id().equals(own);
        return !foreign ? null : head.fullName() == null ? DELETED : head.fullName();
    }
}
