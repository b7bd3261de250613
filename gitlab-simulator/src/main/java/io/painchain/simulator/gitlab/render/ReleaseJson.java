package io.painchain.simulator.gitlab.render;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.gitlab.world.release.Release;

/** A release: no id, no time of its last change. */
public final class ReleaseJson {

    private ReleaseJson() {
    }

    public static ObjectNode of(Project project, Release release, Instant now, Rendering rendering) {
        ObjectNode node = Json.object().put("name", release.name()).put("tag_name", release.tag())
                .put("description", release.description()).put("created_at", Times.of(release.createdAt()))
                .put("released_at", Times.of(release.releasedAt()))
                .put("upcoming_release", release.releasedAt().isAfter(now));
        node.set("author", UserJson.of(release.author(), rendering));
        node.set("commit", CommitJson.of(project, project.repository().get(release.sha()), false, rendering));
        node.putArray("milestones");
        node.put("commit_path", "/" + project.path() + "/-/commit/" + release.sha())
                .put("tag_path", "/" + project.path() + "/-/tags/" + release.tag()).putObject("assets").put("count", 0);
        node.putArray("evidences");
        node.putObject("_links").put("self", rendering.page(project, "releases/" + release.tag()));
        return node;
    }
}
