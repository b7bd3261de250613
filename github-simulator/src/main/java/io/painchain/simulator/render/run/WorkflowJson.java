package io.painchain.simulator.render.run;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.Times;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.Workflow;

/** Workflows. */
public final class WorkflowJson {

    private WorkflowJson() {
    }

    public static ObjectNode workflow(Links links, Repository repository, Workflow workflow) {
        String html = links.html(repository);
        return object().put("id", workflow.id()).put("node_id", NodeIds.of("W", repository.id(), workflow.id()))
                .put("name", workflow.name()).put("path", workflow.path()).put("state", "active")
                .put("created_at", Times.of(repository.createdAt())).put("updated_at", Times.of(repository.createdAt()))
                .put("url", links.api(repository) + "/actions/workflows/" + workflow.id())
                .put("html_url", html + "/blob/" + repository.defaultBranch() + "/" + workflow.path())
                .put("badge_url", html + "/workflows/" + workflow.name().replace(" ", "%20") + "/badge.svg");
    }
}
