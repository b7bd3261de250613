package io.painchain.simulator.gitlab.render;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.world.event.Event;
import io.painchain.simulator.gitlab.world.event.PushData;
import io.painchain.simulator.gitlab.world.project.Project;

/** A line of the feed. */
public final class EventJson {

    private EventJson() {
    }

    public static ObjectNode of(Project project, Event event, Rendering rendering) {
        ObjectNode node = Json.object().put("id", event.id()).put("project_id", project.id())
                .put("action_name", event.actionName());
        target(node, event.target());
        node.put("created_at", Times.of(event.createdAt())).put("author_id", event.author().shown().id())
                .set("author", UserJson.of(event.author(), rendering));
        node.put("imported", false).put("imported_from", "none").put("author_username", event.author().shown().username());
        if (event.push() != null) {
            push(node.putObject("push_data"), event.push());
        }
        return node;
    }

    private static void target(ObjectNode node, Event.Target target) {
        if (target == null) {
            node.putNull("target_id").putNull("target_iid").putNull("target_type").putNull("target_title");
        } else {
            node.put("target_id", target.id()).put("target_iid", target.iid()).put("target_type", target.type())
                    .put("target_title", target.title());
        }
    }

    private static void push(ObjectNode node, PushData push) {
        node.put("commit_count", push.commits()).put("action", push.action()).put("ref_type", push.refType())
                .put("commit_from", push.from()).put("commit_to", push.to()).put("ref", push.ref())
                .put("commit_title", push.title()).put("ref_count", push.refs());
    }
}
