package io.painchain.simulator.gitlab.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.painchain.simulator.fault.Asked;
import io.painchain.simulator.fault.Exchange;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.fault.Refusals;
import io.painchain.simulator.gitlab.api.auth.TokenGrant;
import io.painchain.simulator.gitlab.api.auth.Tokens;
import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.gitlab.api.call.ServerTraits;
import io.painchain.simulator.gitlab.api.refusal.GitLabRefusals;
import io.painchain.simulator.gitlab.limit.Quota;
import io.painchain.simulator.gitlab.limit.RateLimits;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.http.HttpHandler;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.http.Pause;
import io.painchain.simulator.record.Journal;
import io.painchain.simulator.record.RequestLog;

/** Every request to the API below a prefix such as {@code /gitlab}: token, limits, faults, answer, headers. */
public final class GitLabApi implements HttpHandler {

    private static final String REST = "/api/v4";
    private static final String GRAPHQL = "/api/graphql";

    private final String prefix;
    private final Tokens tokens;
    private final RateLimits limits;
    private final Faults faults;
    private final Journal journal;
    private final Pause pause;
    private final Router router;
    private final ProjectAccess access;
    private final Answers answers;
    private final ResponseHeaders headers;
    private final Refusals refusals = new GitLabRefusals();
    private volatile ServerTraits traits;
    private volatile Consumer<String> latency = route -> {
        // answers come at once
    };

    /** What every simulator has beside its world. */
    public record Surroundings(Faults faults, RequestLog log, Pause pause) {
    }

    public GitLabApi(World world, String prefix, Tokens tokens, RateLimits limits, Surroundings surroundings) {
        this.prefix = prefix;
        this.tokens = tokens;
        this.limits = limits;
        this.faults = surroundings.faults();
        this.pause = surroundings.pause();
        this.journal = new Journal(surroundings.log(), world.clock());
        this.router = new Router(world);
        this.access = new ProjectAccess(world);
        this.answers = new Answers(world, router, access);
        this.headers = new ResponseHeaders(world.clock());
        this.traits = ServerTraits.likeGitLabCom();
    }

    public ServerTraits traits() {
        return traits;
    }

    public void traits(ServerTraits changed) {
        traits = changed;
    }

    /** @param wait is called before each request is answered, with its route */
    public void latency(Consumer<String> wait) {
        latency = wait;
    }

    /** Every route that is served, as faults name it. */
    public List<String> patterns() {
        return router.patterns();
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        Asking asking = asking(request);
        if (asking == null) {
            return HttpResponse.html(404, "<html><head><title>404 Not Found</title></head></html>");
        }
        String route = asking.route(router.isPersonal(asking.path()));
        latency.accept(route);
        Optional<Fault> fault = faults.next(new Asked(faultPath(asking, true), faultPath(asking, false), request));
        HttpResponse response = identified(asking, route, fault);
        headers.general(response);
        boolean conditional = request.headers().get("If-None-Match") != null;
        String secret = request.headers().get("PRIVATE-TOKEN") == null ? "Authorization" : "PRIVATE-TOKEN";
        journal.write(request, asking.path(), secret,
                new Journal.Outcome(route, response.status(), conditional, fault.map(Fault::name).orElse(null)));
        return response;
    }

    private HttpResponse identified(Asking asking, String route, Optional<Fault> fault) {
        TokenGrant grant;
        try {
            grant = tokens.identify(asking.request().headers());
        } catch (ApiException refused) {
            return refused.response();
        }
        Quota quota = limits.count(grant.username());
        boolean refused = limits.settings().enforced() && quota.exceeded();
        if (!refused && !limits.admits(grant.username(), route)) {
            return ApiException.tooManyRequests().response();
        }
        HttpResponse response = refused ? GitLabRefusals.retryLater() : answered(asking, grant, fault);
        if (refused) {
            headers.retryAfter(response, quota);
        }
        if (refused || limits.settings().enforced() && limits.settings().headers()) {
            headers.quota(response, quota);
        }
        return response;
    }

    private HttpResponse answered(Asking asking, TokenGrant grant, Optional<Fault> fault) {
        ServerTraits now = traits;
        if (fault.isEmpty()) {
            return answers.conditional(asking, grant, now);
        }
        String address = asking.origin() + asking.request().path();
        return fault.get().play(new Exchange(address, asking.request().headers().get("If-None-Match"),
                () -> answers.conditional(asking, grant, now), () -> answers.whole(asking, grant, now), pause, refusals));
    }

    /** Null where the path is none of the API's. */
    private Asking asking(HttpRequest request) {
        String path = request.path();
        if (path.equals(prefix + GRAPHQL)) {
            return new Asking(request, prefix, Asking.GRAPHQL, Optional.empty());
        }
        if (!path.startsWith(prefix + REST + "/")) {
            return null;
        }
        String below = path.substring((prefix + REST).length()).replaceFirst("(?<=.)/$", "");
        return new Asking(request, prefix, below, router.match(below));
    }

    /** The path with the project's present path or, as a key that outlives renames, its id. */
    private String faultPath(Asking asking, boolean named) {
        Optional<Project> project = asking.match().filter(match -> match.route().ofProject())
                .flatMap(match -> access.known(match.open().get(0)));
        return project.map(one -> "/projects/" + (named ? URLEncoder.encode(one.path(), StandardCharsets.UTF_8) : one.id())
                + asking.path().replaceFirst("^/projects/[^/]+", "")).orElse(asking.path());
    }
}
