package io.painchain.github.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.http.TransportException;
import io.painchain.connector.http.TransportException.Reason;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.limit.RateLimitBudget.Turn;
import io.painchain.connector.list.NumberedPages;
import io.painchain.connector.list.Page;
import io.painchain.connector.measure.ApiMetrics;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;

/** REST for one token. Requests pass its budget; no redirect or link takes the token to another scheme, host or port. */
public final class GitHubApi {

    private static final String VERSION = "2022-11-28";
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);
    private static final int HOPS = 5;
    /** GitHub answers 502 or 504 when a query takes it too long. */
    private static final Set<Integer> ANSWERS_TO_QUERIES = Set.of(200, 502, 504);

    private final HttpTransport transport;
    private final ApiUrl api;
    private final GitHubTokenProvider token;
    private final RateLimitBudget budget;
    private final ApiMetrics metrics;
    private final Clock clock;
    private final PageLinks links = new PageLinks();
    private final Consumer<HttpAnswer> read;

    public GitHubApi(HttpTransport transport, ApiUrl api, GitHubTokenProvider token, RateLimitBudget budget,
            ApiMetrics metrics, Clock clock) {
        this(transport, api, token, budget, metrics, clock, answer -> {
        });
    }

    private GitHubApi(HttpTransport transport, ApiUrl api, GitHubTokenProvider token, RateLimitBudget budget,
            ApiMetrics metrics, Clock clock, Consumer<HttpAnswer> read) {
        this.transport = transport;
        this.api = api;
        this.token = token;
        this.budget = budget;
        this.metrics = metrics;
        this.clock = clock;
        this.read = read;
    }

    /** @param reader gets each answer that has content, as it came */
    public GitHubApi readBy(Consumer<HttpAnswer> reader) {
        return new GitHubApi(transport, api, token, budget, metrics, clock, reader);
    }

    public boolean leavesRoom() {
        return budget.leavesRoom();
    }

    public URI url(String path) {
        try {
            return api.resolve(path);
        } catch (IllegalArgumentException e) {
            throw new ProviderException(Kind.REFUSED, "GitHub names something that no address leads to", null, e);
        }
    }

    /** Returns 200 or 304 ({@code etag} may be null); throws {@link ProviderException} for anything else or no answer. */
    public HttpAnswer get(URI url, String etag) {
        URI target = url;
        for (int hop = 0; hop < HOPS; hop++) {
            URI asked = target;
            HttpAnswer answer = askTwice(asked, GitHubLimits.CORE, () -> {
                HttpRequest.Builder request = request(asked);
                return etag == null ? request : request.header("If-None-Match", etag);
            });
            if (answer.status() == 200) {
                read.accept(answer);
            }
            if (answer.status() == 200 || answer.status() == 304) {
                return answer;
            }
            target = redirected(target, answer);
        }
        throw new ProviderException(Kind.UNAVAILABLE, "GitHub redirects in a circle");
    }

    /** Returns any 2xx, else throws. A request whose answer was lost is not repeated: GitHub may have carried it out. */
    public HttpAnswer write(String method, URI url, byte[] json) {
        URI target = url;
        for (int hop = 0; hop < HOPS; hop++) {
            HttpAnswer answer;
            try {
                HttpRequest.Builder request = request(target).method(method,
                        json == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json));
                answer = ask(budget.takeToWrite(),
                        json == null ? request : request.header("Content-Type", "application/json"));
            } catch (TransportException e) {
                throw failed(e, url);
            }
            if (answer.status() / 100 == 2) {
                return answer;
            }
            target = redirected(target, answer);
        }
        throw new ProviderException(Kind.UNAVAILABLE, "GitHub redirects in a circle");
    }

    /** Returns status 200 (refusals other than limits are in the body), or 502 and 504 for a query that took too long. */
    public HttpAnswer query(Map<String, Object> query) {
        URI url = api.graphQl();
        byte[] body = GitHubJson.bytes(query);
        HttpAnswer answer = askTwice(url, GitHubLimits.GRAPHQL,
                () -> request(url).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)));
        boolean limit = GitHubLimits.isLimit(answer);
        if (ANSWERS_TO_QUERIES.contains(answer.status()) && !limit) {
            return answer;
        }
        throw refusal(answer, GitHubLimits.GRAPHQL);
    }

    private ProviderException refusal(HttpAnswer answer, String resource) {
        boolean limit = GitHubLimits.isLimit(answer);
        return (limit || answer.status() == 401 ? budget.held(answer.url()) : Optional.<ProviderException> empty())
                .or(() -> limit ? budget.blocked(resource) : Optional.empty()).orElseGet(() -> GitHubErrors.of(answer));
    }

    public <T> T read(URI url, Class<T> type) {
        return body(get(url, null), type);
    }

    public <T> T body(HttpAnswer answer, Class<T> type) {
        try {
            return GitHubJson.read(GitHubJson.tree(answer.body()), type);
        } catch (IOException e) {
            throw GitHubErrors.unreadable(answer.url(), e);
        }
    }

    /** {@code envelope} is the field that holds the list, null where the answer itself is the list. */
    public <T> Page<T> page(URI url, String etag, String envelope, Class<T> type) {
        HttpAnswer answer = get(url, etag);
        URI next = linked(answer, answer::next).map(this::ownPage).orElse(null);
        Page<T> page = GitHubPage.of(answer, next, envelope, type, clock.instant());
        if (links.isLinked(answer)) {
            return page;
        }
        URI following = NumberedPages.after(answer.url(), page.items().size() + page.unreadable().size());
        return following == null || links.arrive(answer.url(), one -> get(one, null)) ? page : page.leadingTo(following);
    }

    private static Optional<URI> linked(HttpAnswer answer, Supplier<Optional<URI>> link) {
        try {
            return link.get();
        } catch (IllegalArgumentException e) {
            throw GitHubErrors.unreadable(answer.url(), e);
        }
    }

    /** A server behind a proxy may link to itself by another scheme, host or port; only the configured one gets the token. */
    private URI ownPage(URI link) {
        if (api.leadsTo(link)) {
            return link;
        }
        String path = String.valueOf(link.normalize().getRawPath());
        int below = Stream.of("/repositories/", "/repos/").mapToInt(path::indexOf).filter(at -> at >= 0).min()
                .orElse(path.startsWith(api.base().getRawPath() + "/") ? api.base().getRawPath().length() : -1);
        if (below < 0) {
            throw GitHubErrors.ledElsewhere(link);
        }
        return url(path.substring(below) + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()));
    }

    /** A kept-open connection may be closed by now; a second try separates that from a real failure. */
    private HttpAnswer askTwice(URI url, String resource, Supplier<HttpRequest.Builder> request) {
        try {
            return ask(budget.take(resource, url), request.get());
        } catch (TransportException e) {
            if (e.reason() != Reason.CUT) {
                throw failed(e, url);
            }
        }
        try {
            return ask(budget.take(resource, url), request.get());
        } catch (TransportException e) {
            throw failed(e, url);
        }
    }

    private HttpRequest.Builder request(URI url) {
        return HttpRequest.newBuilder(url).header("Accept", "application/vnd.github+json")
                .header("Authorization", "Bearer " + token.currentToken()).header("X-GitHub-Api-Version", VERSION)
                .header("User-Agent", "PainChain-GitHub-Connector");
    }

    private HttpAnswer ask(Turn turn, HttpRequest.Builder request) {
        try (turn) {
            HttpAnswer answer = metrics.timed(() -> transport.send(request));
            budget.learn(answer);
            token.learn(answer);
            return answer;
        }
    }

    private ProviderException failed(TransportException failure, URI url) {
        metrics.failed(failure.reason().name());
        return GitHubErrors.of(failure, url);
    }

    private URI redirected(URI from, HttpAnswer answer) {
        if (!REDIRECTS.contains(answer.status())) {
            throw refusal(answer, GitHubLimits.CORE);
        }
        URI target = linked(answer, () -> answer.header("location").map(from::resolve))
                .orElseThrow(() -> new ProviderException(Kind.NOT_FOUND, "GitHub says that it moved, but not where to"));
        if (!api.leadsTo(target)) {
            throw GitHubErrors.ledElsewhere(target);
        }
        return target;
    }
}
