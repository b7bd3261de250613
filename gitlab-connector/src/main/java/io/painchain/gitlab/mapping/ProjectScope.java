package io.painchain.gitlab.mapping;

import java.time.Instant;
import java.util.List;

import io.painchain.connector.draft.DraftScope;

/** {@code identity} is the first path, kept in ids through renames; {@code answeredAt} is GitLab's clock, or null. */
public record ProjectScope(String identity, String project, long projectId, String integrationId, List<String> tags,
        Instant answeredAt) implements DraftScope {

    public ProjectScope(String identity, String project, long projectId, String integrationId, List<String> tags) {
        this(identity, project, projectId, integrationId, tags, null);
    }

    @Override
    public String connector() {
        return "gitlab";
    }

    public ProjectScope answeredAt(Instant moment) {
        return new ProjectScope(identity, project, projectId, integrationId, tags, moment);
    }

    String mergeRequest(long iid) {
        return "merge_request:" + identity + "!" + iid;
    }

    String issue(long iid) {
        return "issue:" + identity + "#" + iid;
    }

    String commit(String sha) {
        return "commit:" + identity + "@" + sha;
    }

    String deployment(long id) {
        return "deployment:" + identity + "#" + id;
    }

    String pipeline(long id) {
        return "pipeline:" + identity + "#" + id;
    }

    String job(long id) {
        return "job:" + identity + "#" + id;
    }

    String branch(String name) {
        return "branch:" + identity + "@" + name;
    }

    String tag(String name) {
        return "tag:" + identity + "@" + name;
    }

    String release(String tag) {
        return "release:" + identity + "@" + tag;
    }

    String flag(String name) {
        return "feature_flag:" + identity + "@" + name;
    }
}
