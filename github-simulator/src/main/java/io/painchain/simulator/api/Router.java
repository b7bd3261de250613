package io.painchain.simulator.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.simulator.graphql.GraphQlExecutor;
import io.painchain.simulator.limit.RateLimits;
import io.painchain.simulator.world.World;

/** Finds what a path leads to. */
final class Router {

    private final World world;
    private final AccountRoutes accountRoutes;
    private final Target graphQl;
    private final List<Route> repositoryRoutes = RepositoryRoutes.all();

    Router(World world, RateLimits limits) {
        this.world = world;
        this.accountRoutes = new AccountRoutes(world, limits);
        this.graphQl = new GraphQlTarget(world, limits, new GraphQlExecutor());
    }

    Optional<Target> find(Inquiry inquiry) {
        if (inquiry.asksGraphQl()) {
            return Optional.of(graphQl);
        }
        String path = inquiry.path();
        RepositoryAddress address = RepositoryAddress.parse(path);
        return address == null ? accountRoutes.find(path) : repositoryRoute(address);
    }

    private Optional<Target> repositoryRoute(RepositoryAddress address) {
        String[] segments = Route.split(address.subPath());
        for (Route route : repositoryRoutes) {
            Map<String, String> parameters = route.match(segments);
            if (parameters != null) {
                return Optional.of(new RepositoryTarget(world, route, parameters, address));
            }
        }
        return Optional.empty();
    }
}
