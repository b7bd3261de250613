package io.painchain.backend.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.painchain.backend.problem.ProblemResponse;
import io.painchain.backend.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;

/** Protects an open API from other sites' pages: refuses unknown hosts (DNS rebinding) and foreign origins. */
class HostCheck {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1\\]?");

    private final Set<String> hosts;

    HostCheck(@ConfigProperty(name = "painchain.hosts") java.util.Optional<Set<String>> hosts,
            @ConfigProperty(name = "quarkus.http.host") String boundHost) {
        var names = new java.util.HashSet<String>();
        hosts.ifPresent(configured -> configured.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT))));
        names.add(boundHost.toLowerCase(Locale.ROOT));
        this.hosts = Set.copyOf(names);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, HttpOrder.HOST);
    }

    private void check(RoutingContext context) {
        if (SignedRoutes.contain(context)) {
            context.next();
            return;
        }
        var authority = context.request().authority();
        if (authority == null || !isOurs(authority.host(), context)) {
            ProblemResponse.send(context, ProblemType.FORBIDDEN,
                    "This host name is not one of PainChain's; name it in PAINCHAIN_HOSTS to allow it.");
            return;
        }
        var origin = context.request().getHeader("Origin");
        if (origin != null && !isSameOrigin(origin, authority)) {
            ProblemResponse.send(context, ProblemType.FORBIDDEN, "Requests from pages of another origin are not taken.");
            return;
        }
        context.next();
    }

    private boolean isOurs(String host, RoutingContext context) {
        var name = host.toLowerCase(Locale.ROOT);
        var local = context.request().localAddress();
        return LOOPBACK.matcher(name).matches() || hosts.contains(name)
                || local != null && local.hostAddress() != null && name.equals(local.hostAddress());
    }

    private static boolean isSameOrigin(String origin, HostAndPort authority) {
        var host = origin.replaceFirst("^https?://", "");
        return !host.equals(origin) && host.equalsIgnoreCase(authority.toString());
    }
}
