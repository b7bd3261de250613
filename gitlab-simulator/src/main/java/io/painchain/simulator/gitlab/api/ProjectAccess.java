package io.painchain.simulator.gitlab.api;

import java.util.Optional;

import io.painchain.simulator.gitlab.api.auth.TokenGrant;
import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.gitlab.api.route.Route;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.project.Project;

/** Finds the project that a path names by id or encoded path, and refuses who may not. */
final class ProjectAccess {

    private final World world;

    ProjectAccess(World world) {
        this.world = world;
    }

    Optional<Project> named(String segment) {
        return segment.matches("\\d{1,18}") ? world.find(Long.parseLong(segment)) : world.find(segment);
    }

    /** The same by an earlier path, too. */
    Optional<Project> known(String segment) {
        return named(segment).or(() -> world.moved(segment));
    }

    Project admitted(String segment, Route route, TokenGrant grant) throws ApiException {
        Project project = known(segment).filter(one -> grant.sees(one.path()))
                .orElseThrow(() -> ApiException.message(404, "Project Not Found"));
        boolean off = route.feature() != null && !project.has(route.feature());
        if (off || grant.level() < route.level()) {
            throw ApiException.message(403, "Forbidden");
        }
        return project;
    }
}
