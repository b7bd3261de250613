package io.painchain.simulator.gitlab.admin;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.gitlab.truth.Truth;
import io.painchain.simulator.gitlab.world.World;

/** What a perfect collector would hold. */
final class TruthAdmin {

    private final World world;

    TruthAdmin(World world) {
        this.world = world;
    }

    List<AdminRoute> routes() {
        return List.of(AdminRoute.of("GET", "truth", this::show));
    }

    private JsonNode show(AdminCall call) throws AdminException {
        Instant from = call.query().has("from") ? Body.time("from", call.query().get("from", "")) : Instant.EPOCH;
        ObjectNode result = Body.object();
        ArrayNode events = result.putArray("events");
        Truth.of(world, from).forEach(event -> events.addObject().put("type", event.type())
                .put("externalId", event.externalId()).put("status", event.status()).put("at", event.at().toString()));
        return result;
    }
}
