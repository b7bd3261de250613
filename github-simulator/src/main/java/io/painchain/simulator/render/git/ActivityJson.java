package io.painchain.simulator.render.git;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.Times;
import io.painchain.simulator.world.git.Activity;

/** Changes of branches. */
public final class ActivityJson {

    private ActivityJson() {
    }

    public static ObjectNode activity(Links links, Activity activity) {
        ObjectNode node = object().put("id", activity.id()).put("node_id", NodeIds.of("PSH", activity.id()))
                .put("before", activity.before()).put("after", activity.after()).put("ref", activity.ref())
                .put("timestamp", Times.of(activity.timestamp())).put("activity_type", activity.type().wireName());
        node.set("actor", links.account(activity.actor()));
        return node;
    }
}
