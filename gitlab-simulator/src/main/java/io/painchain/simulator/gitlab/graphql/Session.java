package io.painchain.simulator.gitlab.graphql;

import java.util.List;
import java.util.function.Predicate;

import io.painchain.simulator.gitlab.render.Rendering;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.project.Project;

/** One query: over which world, who asks, and what is told about its complexity. */
record Session(World world, String username, Predicate<Project> visible, Rendering rendering, String version,
        boolean enterprise, int score, int limit) {

    List<Project> projects() {
        return world.projects().stream().filter(visible).toList();
    }
}
