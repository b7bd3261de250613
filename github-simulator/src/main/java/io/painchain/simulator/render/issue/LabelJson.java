package io.painchain.simulator.render.issue;

import static io.painchain.simulator.render.Links.object;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.world.issue.Label;
import io.painchain.simulator.world.repository.Repository;

/** Labels. */
public final class LabelJson {

    private LabelJson() {
    }

    public static ObjectNode label(Links links, Repository repository, Label label) {
        return object().put("id", label.id()).put("node_id", NodeIds.of("LA", label.id()))
                .put("url", links.api(repository) + "/labels/" + label.name().replace(" ", "%20"))
                .put("name", label.name()).put("color", label.color()).put("default", label.isDefault())
                .put("description", label.description());
    }

    public static ArrayNode labels(Links links, Repository repository, List<Label> labels) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        labels.forEach(label -> array.add(label(links, repository, label)));
        return array;
    }
}
