package io.painchain.simulator.gitlab.render;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.world.base.StateEvent;
import io.painchain.simulator.gitlab.world.issue.LabelEvent;

/** Steps of merge requests and issues, and labels that come and go. */
public final class StepJson {

    private StepJson() {
    }

    /** {@code resource} is the type and number of what it belongs to. */
    public static ObjectNode of(StateEvent step, String type, long resource, Rendering rendering) {
        ObjectNode node = Json.object().put("id", step.id());
        node.set("user", UserJson.of(step.user(), rendering));
        return node.put("created_at", Times.of(step.createdAt())).put("resource_type", type)
                .put("resource_id", resource).putNull("source_commit").putNull("source_merge_request")
                .put("state", step.state());
    }

    public static ObjectNode label(LabelEvent event, long issue, Rendering rendering) {
        ObjectNode node = Json.object().put("id", event.id());
        node.set("user", UserJson.of(event.user(), rendering));
        node.put("created_at", Times.of(event.createdAt())).put("resource_type", "Issue").put("resource_id", issue)
                .putObject("label").put("id", event.labelId()).put("name", event.label()).put("color", "#dc143c")
                .put("description", "");
        return node.put("action", event.action());
    }
}
