package io.painchain.gitlab.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** The id survives renames and transfers; levels are {@code disabled}, {@code private} or {@code enabled}, or null. */
public record Project(Long id, String pathWithNamespace, String description, String visibility, Boolean archived,
        Instant lastActivityAt, String defaultBranch, String repositoryAccessLevel, String mergeRequestsAccessLevel,
        String buildsAccessLevel, String environmentsAccessLevel, String releasesAccessLevel, String issuesAccessLevel,
        String featureFlagsAccessLevel, Permissions permissions, Origin forkedFromProject) {

    public Project {
        requireNonNull(id, "id");
        requireNonNull(pathWithNamespace, "path_with_namespace");
    }

    /** What a fork was made from. */
    public record Origin(Long id) {
    }

    /** The token's own access; null in lists that leave it out. */
    public record Permissions(Access projectAccess, Access groupAccess) {
    }

    public record Access(Integer accessLevel) {
    }

    /** {@code null} where the answer does not say. */
    public Integer level() {
        if (permissions == null) {
            return null;
        }
        int ofProject = levelOf(permissions.projectAccess());
        return Math.max(ofProject, levelOf(permissions.groupAccess()));
    }

    private static int levelOf(Access access) {
        return access == null || access.accessLevel() == null ? 0 : access.accessLevel();
    }
}
