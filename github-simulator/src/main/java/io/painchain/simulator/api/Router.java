package io.painchain.simulator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.painchain.simulator.api.account.AccountRoutes;
import io.painchain.simulator.api.account.MemberRoutes;
import io.painchain.simulator.api.app.AppRoutes;
import io.painchain.simulator.api.auth.Apps;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.call.ServedRoute;
import io.painchain.simulator.api.graphql.GraphQlTarget;
import io.painchain.simulator.api.hook.OrganizationHooks;
import io.painchain.simulator.api.repository.RepositoryAddress;
import io.painchain.simulator.api.repository.RepositoryTarget;
import io.painchain.simulator.api.repository.Route;
import io.painchain.simulator.api.route.RepositoryRoutes;
import io.painchain.simulator.api.target.Target;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.graphql.GraphQlExecutor;
import io.painchain.simulator.limit.RateLimits;
import io.painchain.simulator.world.World;

/** Finds what a path leads to. */
final class Router {

    private final World world;
    private final AccountRoutes accountRoutes;
    private final MemberRoutes memberRoutes;
    private final AppRoutes appRoutes;
    private final OrganizationHooks organizationHooks;
    private final GraphQlExecutor graphQlExecutor;
    private final Target graphQl;
    private final List<Route> repositoryRoutes = RepositoryRoutes.all();

    Router(World world, RateLimits limits, Apps apps, Faults faults) {
        this.world = world;
        this.accountRoutes = new AccountRoutes(world, limits);
        this.memberRoutes = new MemberRoutes(world);
        this.appRoutes = new AppRoutes(world, apps);
        this.organizationHooks = new OrganizationHooks(world);
        this.graphQlExecutor = new GraphQlExecutor();
        this.graphQl = new GraphQlTarget(world, limits, graphQlExecutor, faults);
    }

    void enterprise(String version) {
        accountRoutes.enterprise(version);
    }

    void graphQlWithout(Set<String> fields) {
        graphQlExecutor.without(fields);
    }

    List<ServedRoute> routes() {
        List<ServedRoute> routes = new ArrayList<>(AccountRoutes.served());
        routes.addAll(MemberRoutes.served());
        routes.addAll(AppRoutes.served());
        routes.addAll(OrganizationHooks.served());
        repositoryRoutes.forEach(route -> routes.add(new ServedRoute(route.method(), route.template())));
        routes.add(new ServedRoute("POST", graphQl.route()));
        return routes;
    }

    Optional<Target> find(Inquiry inquiry) {
        if (inquiry.asksGraphQl()) {
            return Optional.of(graphQl);
        }
        String path = inquiry.path();
        String method = inquiry.request().method();
        Optional<Target> other = appRoutes.find(path, method).or(() -> organizationHooks.find(path, method));
        if (other.isPresent()) {
            return other;
        }
        RepositoryAddress address = RepositoryAddress.parse(path);
        return address == null ? accountRoutes.find(path).or(() -> memberRoutes.find(path))
                : repositoryRoute(address, inquiry.request().method());
    }

    private Optional<Target> repositoryRoute(RepositoryAddress address, String method) {
        String[] segments = Route.split(address.subPath());
        for (Route route : repositoryRoutes) {
            Map<String, String> parameters = route.takes(method) ? route.match(segments) : null;
            if (parameters != null) {
                return Optional.of(new RepositoryTarget(world, route, parameters, address));
            }
        }
        return Optional.empty();
    }
}
