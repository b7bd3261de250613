package io.painchain.github.taskhandler;

import io.painchain.github.config.IntegrationConfig;

/** What a connection test tries to read of a repository, and the permission that each takes. */
enum TestedSource {
    pulls("/pulls?state=all&per_page=1", "pull_requests=read"),
    issues("/issues?state=all&per_page=1", "issues=read"),
    runs("/actions/runs?per_page=1", "actions=read"),
    pushes("/activity?per_page=1", "contents=read"),
    releases("/releases?per_page=1", "contents=read"),
    deployments("/deployments?per_page=1", "deployments=read"),
    commits("/commits?per_page=1", "contents=read");

    private final String path;
    private final String permission;

    TestedSource(String path, String permission) {
        this.path = path;
        this.permission = permission;
    }

    String path() {
        return path;
    }

    String permission() {
        return permission;
    }

    boolean wanted(IntegrationConfig config) {
        return this != commits || !config.branches().isEmpty();
    }
}
