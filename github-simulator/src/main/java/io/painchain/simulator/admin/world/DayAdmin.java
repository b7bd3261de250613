package io.painchain.simulator.admin.world;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.day.DaySettings;
import io.painchain.simulator.day.SimulatedDay;
import io.painchain.simulator.world.World;

/** A simulated day, which goes on as far as the clock whenever it is told to. */
public final class DayAdmin {

    private final World world;
    private final AtomicReference<SimulatedDay> day = new AtomicReference<>();

    public DayAdmin(World world) {
        this.world = world;
    }

    public List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", "day", this::begin), AdminRoute.of("POST", "day/advance", this::advance));
    }

    private JsonNode begin(AdminCall call) {
        Body body = call.body();
        DaySettings settings = DaySettings.of(body.number("repositories", 10), body.number("seed", 1))
                .storiesPerHour(body.decimal("storiesPerHour", 0.5)).owner(body.text("owner", "acme"))
                .length(Duration.ofMinutes(body.number("minutes", 24 * 60)));
        SimulatedDay begun = SimulatedDay.in(world, settings);
        day.set(body.flag("poorFeed", false) ? begun.withPoorFeed() : begun);
        return shown(begun);
    }

    private JsonNode advance(AdminCall call) throws AdminException {
        SimulatedDay running = day.get();
        if (running == null) {
            throw new AdminException(409, "No day has begun");
        }
        running.advanceTo(world.clock().instant());
        return shown(running);
    }

    private static JsonNode shown(SimulatedDay day) {
        return Body.object().put("start", day.start().toString()).put("end", day.end().toString())
                .put("repositories", day.repositories().size());
    }
}
