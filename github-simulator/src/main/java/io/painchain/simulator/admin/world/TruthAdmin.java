package io.painchain.simulator.admin.world;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.truth.Truth;
import io.painchain.simulator.truth.Withheld;
import io.painchain.simulator.world.World;

/** What happened, and which details of it nobody can get. */
public final class TruthAdmin {

    private final World world;
    private final Faults faults;

    public TruthAdmin(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
    }

    public List<AdminRoute> routes() {
        return List.of(AdminRoute.of("GET", "truth", this::truth));
    }

    /** By the contract's ids; {@code from} and {@code branches} may both be absent. */
    private JsonNode truth(AdminCall call) throws AdminException {
        Instant from = call.query().has("from") ? Body.time("from", call.query().get("from", "")) : Instant.EPOCH;
        String[] branches = call.query().get("branches", "").split(",");
        ObjectNode result = Body.object();
        ArrayNode events = result.putArray("events");
        Truth.of(world, from, branches).forEach(event -> events.addObject().put("externalId", event.externalId())
                .put("type", event.type()).put("status", event.status()).put("project", event.project())
                .put("at", event.at().toString()).put("shownAt", event.shownAt().toString())
                .put("timeInId", event.timeInId()));
        ArrayNode withheld = result.putArray("withheld");
        Withheld.of(world, from, faults)
                .forEach(detail -> withheld.addObject().put("path", detail.path()).put("event", detail.event()));
        return result;
    }
}
