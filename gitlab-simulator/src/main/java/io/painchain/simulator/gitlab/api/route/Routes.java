package io.painchain.simulator.gitlab.api.route;

import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.gitlab.world.World;

/** All routes that need no more than a project or nothing. */
public final class Routes {

    private Routes() {
    }

    public static List<Route> of(World world) {
        List<Route> routes = new ArrayList<>(new ServerRoutes(world).all());
        routes.addAll(new ProjectRoutes(world).all());
        routes.addAll(EventRoutes.all());
        routes.addAll(MergeRequestRoutes.all());
        routes.addAll(PipelineRoutes.all());
        routes.addAll(DeploymentRoutes.all());
        routes.addAll(new ReleaseRoutes(world).all());
        routes.addAll(RepositoryRoutes.all());
        routes.addAll(IssueRoutes.all());
        return List.copyOf(routes);
    }
}
