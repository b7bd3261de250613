package io.painchain.simulator.gitlab;

import java.net.URI;

import io.painchain.simulator.admin.call.AdminRouter;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.gitlab.admin.AdminApi;
import io.painchain.simulator.gitlab.api.GitLabApi;
import io.painchain.simulator.gitlab.api.auth.TokenGrant;
import io.painchain.simulator.gitlab.api.auth.Tokens;
import io.painchain.simulator.gitlab.limit.RateLimits;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.http.HttpListener;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.http.Pause;
import io.painchain.simulator.record.RequestLog;

/**
 * A server that behaves like GitLab's REST and GraphQL APIs over a world of its own; {@code /_sim} scripts it over HTTP.
 */
public final class GitLabSimulator implements AutoCloseable {

    private final GitLabConfig config;
    private final World world;
    private final Tokens tokens;
    private final RateLimits limits;
    private final Faults faults = new Faults();
    private final RequestLog requests = new RequestLog();
    private final GitLabApi api;
    private final AdminRouter admin;
    private final HttpListener listener;

    private GitLabSimulator(GitLabConfig config) {
        Pause pause = new Pause();
        this.config = config;
        world = new World(config.clock(), config.seed());
        tokens = new Tokens(config.clock());
        tokens.add(TokenGrant.of(config.token(), "admin"));
        limits = new RateLimits(config.clock(), config.limits());
        api = new GitLabApi(world, config.prefix(), tokens, limits, new GitLabApi.Surroundings(faults, requests, pause));
        admin = AdminApi.of(world, tokens, limits, api, faults, requests);
        listener = HttpListener.start(config.host(), config.port(), this::handle, pause);
    }

    public static GitLabSimulator start(GitLabConfig config) {
        return new GitLabSimulator(config);
    }

    public int port() {
        return listener.port();
    }

    /** Where the scripting calls are. */
    public URI origin() {
        return listener.origin();
    }

    /** The address that an integration's {@code url} takes. */
    public URI uri() {
        return URI.create(origin() + config.prefix());
    }

    public World world() {
        return world;
    }

    public Tokens tokens() {
        return tokens;
    }

    public RateLimits limits() {
        return limits;
    }

    public Faults faults() {
        return faults;
    }

    public RequestLog requests() {
        return requests;
    }

    public GitLabApi api() {
        return api;
    }

    @Override
    public void close() {
        listener.close();
    }

    private HttpResponse handle(HttpRequest request) {
        return request.path().startsWith(AdminRouter.PREFIX) ? world.alone(() -> admin.handle(request))
                : api.handle(request);
    }
}
