package io.painchain.simulator.gitlab.render;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.world.flag.FeatureFlag;

/** A feature flag. */
public final class FeatureFlagJson {

    private FeatureFlagJson() {
    }

    public static ObjectNode of(FeatureFlag flag) {
        ObjectNode node = Json.object().put("name", flag.name()).put("description", flag.description())
                .put("active", flag.active()).put("version", "new_version_flag")
                .put("created_at", Times.of(flag.createdAt())).put("updated_at", Times.of(flag.updatedAt()));
        node.putArray("scopes");
        node.putArray("strategies").addObject().put("id", 1).put("name", "default").putArray("scopes").addObject()
                .put("id", 1).put("environment_scope", "*");
        return node;
    }
}
