package io.painchain.simulator.gitlab.admin;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.project.Project;

/** Finds what the first open segment of a scripting call names: a project by its encoded path. */
final class Subjects {

    private final World world;

    Subjects(World world) {
        this.world = world;
    }

    Project project(AdminCall call) {
        return world.get(call.parameter(0));
    }
}
