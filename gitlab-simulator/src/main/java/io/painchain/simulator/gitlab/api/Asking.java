package io.painchain.simulator.gitlab.api;

import java.util.Optional;

import io.painchain.simulator.gitlab.api.Router.Match;
import io.painchain.simulator.gitlab.api.call.ServerTraits;
import io.painchain.simulator.gitlab.render.Rendering;
import io.painchain.simulator.http.HttpRequest;

/** A request, the path below the API, and what it leads to. */
record Asking(HttpRequest request, String prefix, String path, Optional<Match> match) {

    static final String GRAPHQL = "/graphql";

    boolean graphQl() {
        return path.equals(GRAPHQL);
    }

    /** The name under which it is counted. */
    String route(boolean personal) {
        return personal || graphQl() ? path : match.map(found -> found.route().template()).orElse("(none)");
    }

    String origin() {
        return "http://" + request.headers().get("Host", "localhost");
    }

    /** The addresses that answers name: the server's own, which may be another than the one that was asked. */
    Rendering rendering(ServerTraits traits) {
        String web = (traits.linkOrigin() == null ? origin() : traits.linkOrigin()) + prefix;
        return new Rendering(web, web + "/api/v4", traits.commitZone());
    }
}
