package io.painchain.simulator;

import java.net.URI;
import java.util.function.Consumer;

import io.painchain.simulator.admin.AdminApi;
import io.painchain.simulator.admin.call.AdminRouter;
import io.painchain.simulator.api.GitHubApi;
import io.painchain.simulator.api.auth.Apps;
import io.painchain.simulator.api.auth.Tokens;
import io.painchain.simulator.api.route.Blobs;
import io.painchain.simulator.connect.Connecting;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.http.HttpListener;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.http.Pause;
import io.painchain.simulator.limit.RateLimits;
import io.painchain.simulator.page.Pages;
import io.painchain.simulator.record.RequestLog;
import io.painchain.simulator.world.World;

/**
 * A server that behaves like GitHub's REST API over a world of its own. The API answers at {@link #uri()} as
 * api.github.com does and at {@link #enterpriseUri()} as an Enterprise server does; {@code /_sim} scripts it over HTTP.
 */
public final class GitHubSimulator implements AutoCloseable {

    private final boolean dataResidency;
    private final World world;
    private final Tokens tokens;
    private final Apps apps;
    private final RateLimits limits;
    private final Faults faults = new Faults();
    private final RequestLog requests = new RequestLog();
    private final GitHubApi api;
    private final AdminApi admin;
    private final Pages pages;
    private final Blobs blobs;
    private final Connecting connecting;
    private final HttpListener listener;

    private GitHubSimulator(SimulatorConfig config, Consumer<World> founder) {
        Pause pause = new Pause();
        dataResidency = config.dataResidency();
        world = new World(config.clock(), config.seed());
        tokens = new Tokens(config.clock());
        config.tokens().forEach(tokens::add);
        apps = new Apps(config.clock(), tokens);
        limits = new RateLimits(config.clock(), config.limits());
        api = new GitHubApi(world, tokens, apps, limits, faults, requests, pause);
        admin = new AdminApi(world, tokens, apps, limits, faults, requests, api);
        pages = new Pages(world);
        blobs = new Blobs(world);
        connecting = new Connecting(config.clock(), world, tokens, apps);
        config.enterprise().ifPresent(version -> {
            world.feedPolicy().fullPayloads(true);
            api.enterprise(version);
        });
        if (config.dataResidency()) {
            api.dataResidency();
        }
        founder.accept(world);
        listener = HttpListener.start(config.host(), config.port(), this::handle, pause);
    }

    public static GitHubSimulator start(SimulatorConfig config) {
        return start(config, world -> {
            // an empty world
        });
    }

    /** The same with a world that is filled before the first request can come. */
    public static GitHubSimulator start(SimulatorConfig config, Consumer<World> founder) {
        return new GitHubSimulator(config, founder);
    }

    public int port() {
        return listener.port();
    }

    public URI uri() {
        return listener.origin();
    }

    /** The address that an integration's {@code apiUrl} takes. */
    public URI enterpriseUri() {
        return URI.create(uri() + "/api/v3");
    }

    /** The address of the API in the style that was configured: at the root for GHE.com, else an Enterprise server's. */
    public URI apiUri() {
        return dataResidency ? uri() : enterpriseUri();
    }

    public World world() {
        return world;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Apps apps() {
        return apps;
    }

    public Connecting connecting() {
        return connecting;
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

    public GitHubApi api() {
        return api;
    }

    @Override
    public void close() {
        listener.close();
    }

    private HttpResponse handle(HttpRequest request) {
        if (request.path().startsWith(AdminRouter.PREFIX)) {
            return admin.handle(request);
        }
        if (request.path().startsWith(Blobs.PREFIX)) {
            return blobs.handle(request);
        }
        return connecting.find(request).or(() -> pages.find(request)).orElseGet(() -> api.handle(request));
    }
}
