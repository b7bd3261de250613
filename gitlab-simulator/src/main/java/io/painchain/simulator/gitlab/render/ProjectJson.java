package io.painchain.simulator.gitlab.render;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.world.project.Feature;
import io.painchain.simulator.gitlab.world.project.Project;

/** A project's record. */
public final class ProjectJson {

    private ProjectJson() {
    }

    /** {@code level} is the access that who asks has to it. */
    public static ObjectNode of(Project project, int level, Rendering rendering) {
        ObjectNode node = simple(project, rendering).put("visibility", "private").put("archived", project.archived());
        node.put("empty_repo", project.repository().empty()).put("creator_id", 1).put("import_status", "none")
                .put("issues_enabled", project.has(Feature.ISSUES))
                .put("merge_requests_enabled", project.has(Feature.MERGE_REQUESTS))
                .put("jobs_enabled", project.has(Feature.BUILDS));
        for (Feature feature : Feature.values()) {
            node.put(feature.wireName(), project.has(feature) ? "enabled" : "disabled");
        }
        ObjectNode permissions = node.putObject("permissions");
        permissions.putObject("project_access").put("access_level", level).put("notification_level", 3);
        permissions.putNull("group_access");
        return node;
    }

    public static ObjectNode simple(Project project, Rendering rendering) {
        ObjectNode node = Json.object().put("id", project.id()).put("description", "").put("name", project.name())
                .put("name_with_namespace", project.path().replace("/", " / ")).put("path", project.name())
                .put("path_with_namespace", project.path()).put("created_at", Times.of(project.createdAt()))
                .put("default_branch", project.repository().empty() ? null : project.defaultBranch());
        node.putArray("topics");
        node.put("web_url", rendering.page(project)).put("http_url_to_repo", rendering.page(project) + ".git")
                .put("last_activity_at", Times.of(project.feed().lastActivityAt()));
        node.putObject("namespace").put("id", 9_000 + project.id() % 1_000).put("name", project.group())
                .put("path", project.group().substring(project.group().lastIndexOf('/') + 1)).put("kind", "group")
                .put("full_path", project.group());
        return node;
    }
}
