package io.painchain.simulator.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.painchain.simulator.api.app.AppTarget;
import io.painchain.simulator.api.auth.Apps;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.auth.Tokens;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.call.ServedRoute;
import io.painchain.simulator.api.refusal.GitHubRefusals;
import io.painchain.simulator.api.target.ConditionalAnswers;
import io.painchain.simulator.api.target.Target;
import io.painchain.simulator.fault.Asked;
import io.painchain.simulator.fault.Exchange;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.fault.Refusals;
import io.painchain.simulator.http.HttpHandler;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.http.Pause;
import io.painchain.simulator.limit.LimitSettings;
import io.painchain.simulator.limit.RateLimits;
import io.painchain.simulator.limit.RateResource;
import io.painchain.simulator.record.Journal;
import io.painchain.simulator.record.RequestLog;
import io.painchain.simulator.world.World;

/** The API as its clients see it: identifies the token, keeps the limits, plays faults, answers, counts. */
public final class GitHubApi implements HttpHandler {

    private static final String NO_ROUTE = "(none)";

    private final Tokens tokens;
    private final RateLimits limits;
    private final Faults faults;
    private final Journal journal;
    private final Refusals refusals = new GitHubRefusals();
    private final Pause pause;
    private final Router router;
    private final ResponseHeaders headers;
    private final ConditionalAnswers answers = new ConditionalAnswers();
    private volatile int pollInterval = 60;
    private volatile boolean atRoot;
    private volatile Consumer<RateResource> latency = resource -> {
        // as fast as it can
    };

    public GitHubApi(World world, Tokens tokens, Apps apps, RateLimits limits, Faults faults, RequestLog log,
            Pause pause) {
        this.tokens = tokens;
        this.limits = limits;
        this.faults = faults;
        this.pause = pause;
        this.journal = new Journal(log, world.clock());
        this.router = new Router(world, limits, apps, faults);
        this.headers = new ResponseHeaders(world.clock());
    }

    /** The seconds that {@code X-Poll-Interval} asks clients to wait between two reads of the feed. */
    public void pollInterval(int seconds) {
        pollInterval = seconds;
    }

    /** What each request waits for, while it counts as running, before it is answered. */
    public void latency(Consumer<RateResource> wait) {
        latency = wait;
    }

    /** Makes it an Enterprise server of that version. */
    public void enterprise(String version) {
        router.enterprise(version);
        headers.enterprise(version);
    }

    /** Makes it GHE.com: the API at the root, GraphQL at {@code /graphql}, nothing below {@code /api}. */
    public void dataResidency() {
        atRoot = true;
    }

    /** A GraphQL schema without some fields, such as {@code PullRequestReview.fullDatabaseId}, as of older servers. */
    public void graphQlWithout(Set<String> fields) {
        router.graphQlWithout(fields);
    }

    /** Everything that is served, by method and path. */
    public List<ServedRoute> routes() {
        return router.routes();
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        Inquiry inquiry = atRoot ? Inquiry.atRoot(request) : Inquiry.of(request);
        boolean conditional = inquiry.conditional();
        Optional<Target> target = router.find(inquiry);
        Optional<Fault> fault = faults.next(new Asked(target.map(Target::path).orElse(inquiry.path()),
                target.map(Target::key).orElse(inquiry.path()), request));
        HttpResponse response = identified(inquiry, target, fault);
        headers.general(response, inquiry);
        journal.write(request, inquiry.path(), "Authorization",
                new Journal.Outcome(target.map(Target::route).orElse(NO_ROUTE), response.status(), conditional,
                        fault.map(Fault::name).orElse(null)));
        return response;
    }

    private HttpResponse identified(Inquiry inquiry, Optional<Target> target, Optional<Fault> fault) {
        TokenGrant grant;
        try {
            grant = identify(inquiry, target);
        } catch (ApiException refused) {
            return refused.response();
        }
        RateResource resource = target.map(Target::resource).orElse(RateResource.CORE);
        String method = inquiry.request().method();
        int points = target.map(found -> found.points(method)).orElse(1);
        boolean admitted = limits.begin(grant.budget(), resource, points);
        try {
            latency.accept(resource);
            HttpResponse response = admitted ? limited(inquiry, grant, target, fault) : secondaryLimit();
            headers.token(response, grant, target);
            if (limits.settings().limited()) {
                headers.quota(response, resource, limits.quota(grant.budget(), resource, grant.limit(resource)));
            }
            return response;
        } finally {
            limits.end(grant.budget());
        }
    }

    private TokenGrant identify(Inquiry inquiry, Optional<Target> target) throws ApiException {
        return target.isPresent() && target.get() instanceof AppTarget asApp ? asApp.identify(inquiry)
                : tokens.identify(inquiry.request().headers(), limits.settings().anonymousPerHour());
    }

    private HttpResponse limited(Inquiry inquiry, TokenGrant grant, Optional<Target> target, Optional<Fault> fault) {
        boolean free = target.map(Target::free).orElse(false);
        RateResource resource = target.map(Target::resource).orElse(RateResource.CORE);
        int limit = grant.limit(resource);
        if (!free && limits.exhausted(grant.budget(), resource, limit)) {
            return new ApiException(403, "API rate limit exceeded for user ID 1.").response();
        }
        HttpResponse response = fault.isPresent() ? faulty(inquiry, grant, target, fault.get())
                : answer(inquiry, grant, target);
        if (!free && response.status() != 304) {
            limits.charge(grant.budget(), resource, limit, 1);
        }
        return response;
    }

    private HttpResponse faulty(Inquiry inquiry, TokenGrant grant, Optional<Target> target, Fault fault) {
        return fault.play(new Exchange(inquiry.address(), inquiry.header("If-None-Match"), () -> answer(inquiry, grant, target),
                () -> answer(inquiry.unconditional(), grant, target), pause, refusals));
    }

    private HttpResponse answer(Inquiry inquiry, TokenGrant grant, Optional<Target> target) {
        try {
            HttpResponse response = target.orElseThrow(ApiException::notFound).respond(inquiry, grant, answers);
            if (target.get().route().endsWith("/{repo}/events")) {
                headers.feed(response, pollInterval);
            }
            return response;
        } catch (ApiException refused) {
            return refused.response();
        }
    }

    private HttpResponse secondaryLimit() {
        LimitSettings settings = limits.settings();
        return new ApiException(settings.secondaryStatus(),
                "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.")
                .with("Retry-After", Long.toString(settings.retryAfter().toSeconds())).response();
    }
}
