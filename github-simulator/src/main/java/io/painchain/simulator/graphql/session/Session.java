package io.painchain.simulator.graphql.session;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.world.World;

/** One request: the world, who asks, where things are for them, who counts, and what nobody gets. */
public record Session(World world, Viewer viewer, Links links, Meter meter, Withholding details) {
}
