package io.painchain.gitlab.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.http.TransportException;
import io.painchain.connector.http.TransportException.Reason;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.limit.RateLimitBudget.Turn;
import io.painchain.connector.list.Page;
import io.painchain.connector.measure.ApiMetrics;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;

/**
 * REST and GraphQL for one token. Requests pass its budget, and go to no other scheme, host or port, whatever an answer names.
 */
public final class GitLabApi {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);
    private static final int HOPS = 5;

    private final HttpTransport transport;
    private final ServerUrl server;
    private final String token;
    private final RateLimitBudget budget;
    private final ApiMetrics metrics;
    private final Clock clock;

    public GitLabApi(HttpTransport transport, ServerUrl server, String token, RateLimitBudget budget, ApiMetrics metrics,
            Clock clock) {
        this.transport = transport;
        this.server = server;
        this.token = token;
        this.budget = budget;
        this.metrics = metrics;
        this.clock = clock;
    }

    public boolean leavesRoom() {
        return budget.leavesRoom();
    }

    /** @param path below the API, encoded */
    public URI url(String path) {
        return server.rest(path);
    }

    /** Returns 200 or 304 ({@code etag} may be null); throws {@link ProviderException} for anything else or no answer. */
    public HttpAnswer get(URI url, String etag) {
        URI target = url;
        for (int hop = 0; hop < HOPS; hop++) {
            URI asked = target;
            HttpAnswer answer = askTwice(asked, () -> {
                HttpRequest.Builder request = request(asked);
                return etag == null ? request : request.header("If-None-Match", etag);
            });
            if (answer.status() == 200 || answer.status() == 304) {
                return answer;
            }
            target = redirected(answer);
        }
        throw new ProviderException(Kind.UNAVAILABLE, "GitLab redirects in a circle");
    }

    /** Returns status 200; refusals other than limits are in the body. */
    public HttpAnswer query(Map<String, Object> query) {
        URI url = server.graphQl();
        byte[] body = GitLabJson.bytes(query);
        HttpAnswer answer = askTwice(url,
                () -> request(url).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)));
        if (answer.status() == 200) {
            return answer;
        }
        throw refusal(answer);
    }

    public <T> T read(URI url, Class<T> type) {
        return body(get(url, null), type);
    }

    public <T> T body(HttpAnswer answer, Class<T> type) {
        try {
            return GitLabJson.read(GitLabJson.tree(answer.body()), type);
        } catch (IOException e) {
            throw GitLabErrors.unreadable(answer.url(), e);
        }
    }

    public <T> Page<T> page(URI url, String etag, Class<T> type) {
        HttpAnswer answer = get(url, etag);
        return GitLabPage.of(answer, linked(answer, answer::next), type, clock.instant());
    }

    private static Optional<URI> linked(HttpAnswer answer, Supplier<Optional<URI>> link) {
        try {
            return link.get();
        } catch (IllegalArgumentException e) {
            throw GitLabErrors.unreadable(answer.url(), e);
        }
    }

    /** A kept-open connection may be closed by now; a second try separates that from a real failure. */
    private HttpAnswer askTwice(URI url, Supplier<HttpRequest.Builder> request) {
        try {
            return ask(url, request.get());
        } catch (TransportException e) {
            if (e.reason() != Reason.CUT) {
                throw failed(e, url);
            }
        }
        try {
            return ask(url, request.get());
        } catch (TransportException e) {
            throw failed(e, url);
        }
    }

    private HttpRequest.Builder request(URI url) {
        return HttpRequest.newBuilder(url).header("Accept", "application/json").header("PRIVATE-TOKEN", token)
                .header("User-Agent", "PainChain-GitLab-Connector");
    }

    @SuppressWarnings("try") // the turn is held, not used
    private HttpAnswer ask(URI url, HttpRequest.Builder request) {
        refuseWhileHeld(Endpoint.of(server.below(url)));
        try (Turn turn = budget.take(GitLabLimits.API, url)) {
            HttpAnswer answer = metrics.timed(() -> transport.send(request));
            budget.learn(answer);
            return answer;
        }
    }

    /** A limit of one endpoint stops neither the others nor the token. */
    private void refuseWhileHeld(String endpoint) {
        if (budget.blocked().isEmpty()) {
            held(endpoint).ifPresent(refusal -> {
                throw refusal;
            });
        }
    }

    private Optional<ProviderException> held(String endpoint) {
        return budget.blocked(endpoint).map(block -> new ProviderException(Kind.UNAVAILABLE, "GitLab was asked for " + endpoint
                + " too often; it will be asked again at " + block.until().truncatedTo(ChronoUnit.SECONDS)));
    }

    private ProviderException failed(TransportException failure, URI url) {
        metrics.failed(failure.reason().name());
        return GitLabErrors.of(failure, url);
    }

    private URI redirected(HttpAnswer answer) {
        if (!REDIRECTS.contains(answer.status())) {
            throw refusal(answer);
        }
        URI named = linked(answer, () -> answer.header("location").map(answer.url()::resolve))
                .orElseThrow(() -> new ProviderException(Kind.NOT_FOUND, "GitLab says that it moved, but not where to"));
        URI own = server.own(named);
        if (own == null) {
            throw GitLabErrors.ledElsewhere(named);
        }
        return own;
    }

    private ProviderException refusal(HttpAnswer answer) {
        if (answer.status() == 401) {
            return budget.held(answer.url()).orElseGet(() -> GitLabErrors.of(answer));
        }
        if (answer.status() != 429) {
            return GitLabErrors.of(answer);
        }
        return budget.held(answer.url()).or(budget::blocked).or(() -> held(GitLabLimits.endpoint(answer)))
                .orElseGet(() -> GitLabErrors.of(answer));
    }
}
