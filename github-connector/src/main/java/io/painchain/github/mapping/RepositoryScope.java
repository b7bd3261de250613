package io.painchain.github.mapping;

import java.time.Instant;
import java.util.List;

import io.painchain.connector.draft.DraftScope;

/** {@code identity} is the first name, kept in ids through renames; {@code answeredAt} is GitHub's clock, or null. */
public record RepositoryScope(String identity, String project, long repositoryId, String integrationId, List<String> tags,
        Instant answeredAt) implements DraftScope {

    public RepositoryScope(String identity, String project, long repositoryId, String integrationId, List<String> tags) {
        this(identity, project, repositoryId, integrationId, tags, null);
    }

    @Override
    public String connector() {
        return "github";
    }

    public RepositoryScope answeredAt(Instant moment) {
        return new RepositoryScope(identity, project, repositoryId, integrationId, tags, moment);
    }

    String pullRequest(long number) {
        return "pull_request:" + identity + "#" + number;
    }

    String issue(long number) {
        return "issue:" + identity + "#" + number;
    }

    String commit(String sha) {
        return "commit:" + identity + "@" + sha;
    }

    String deployment(long id) {
        return "deployment:" + identity + "#" + id;
    }

    String workflowRun(String id) {
        return "workflow_run:" + identity + "#" + id;
    }

    String branch(String name) {
        return "branch:" + identity + "@" + name;
    }

    String tag(String name) {
        return "tag:" + identity + "@" + name;
    }
}
