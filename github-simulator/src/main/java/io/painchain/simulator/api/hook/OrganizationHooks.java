package io.painchain.simulator.api.hook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.call.ServedRoute;
import io.painchain.simulator.api.target.ConditionalAnswers;
import io.painchain.simulator.api.target.Target;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.world.World;

/** Webhooks of organizations; who may not see them gets 404, as at GitHub. */
public final class OrganizationHooks {

    private static final String TYPE = "Organization";
    private static final List<Served> ROUTES = List.of(route("GET", "", HookRoutes::list),
            route("POST", "", HookRoutes::create), route("GET", "/{hook}", HookRoutes::one),
            route("PATCH", "/{hook}", HookRoutes::edit), route("DELETE", "/{hook}", HookRoutes::delete),
            route("PATCH", "/{hook}/config", HookRoutes::configure), route("POST", "/{hook}/pings", HookRoutes::ping),
            route("GET", "/{hook}/deliveries", HookRoutes::deliveries),
            route("POST", "/{hook}/deliveries/{delivery}/attempts", HookRoutes::attempt));

    private final World world;

    public OrganizationHooks(World world) {
        this.world = world;
    }

    private record Served(String method, String template, Pattern pattern, HookHandler handler) {
    }

    private static Served route(String method, String subPath, HookHandler handler) {
        String pattern = subPath.replaceAll("\\{(\\w+)\\}", "(?<$1>[0-9]{1,18})");
        return new Served(method, "/orgs/{owner}/hooks" + subPath, Pattern.compile("/orgs/(?<owner>[^/]+)/hooks" + pattern),
                handler);
    }

    public static List<ServedRoute> served() {
        return ROUTES.stream().map(route -> new ServedRoute(route.method(), route.template())).toList();
    }

    public Optional<Target> find(String path, String method) {
        for (Served route : ROUTES) {
            Matcher matcher = route.pattern().matcher(path);
            if (route.method().equals(method) && matcher.matches()) {
                return Optional.of(new OrganizationTarget(route, path, matcher));
            }
        }
        return Optional.empty();
    }

    private final class OrganizationTarget implements Target {

        private final Served served;
        private final String path;
        private final Matcher matched;

        OrganizationTarget(Served served, String path, Matcher matched) {
            this.served = served;
            this.path = path;
            this.matched = matched;
        }

        @Override
        public String route() {
            return served.template();
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public Permission permission() {
            return Permission.ORGANIZATION_HOOKS;
        }

        @Override
        public boolean writes() {
            return !served.method().equals("GET");
        }

        @Override
        public HttpResponse respond(Inquiry inquiry, TokenGrant grant, ConditionalAnswers answers) throws ApiException {
            boolean mayUse = grant.login() != null && (writes() ? grant.writes() : grant.permissions())
                    .contains(Permission.ORGANIZATION_HOOKS);
            if (!mayUse) {
                throw grant.fineGrained() ? new ApiException(403, grant.refusal()) : ApiException.notFound();
            }
            HookCall call = new HookCall(TYPE, world.hooks(matched.group("owner")), inquiry, parameters(),
                    inquiry.base() + path);
            return served.handler().answer(call).response();
        }

        private Map<String, String> parameters() {
            String template = served.template();
            return template.contains("{delivery}")
                    ? Map.of("hook", matched.group("hook"), "delivery", matched.group("delivery"))
                    : template.contains("{hook}") ? Map.of("hook", matched.group("hook")) : Map.of();
        }
    }
}
