package io.painchain.day;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.backend.Retry;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.limit.RateLimitBudgets;
import io.painchain.connector.measure.ApiMetrics;
import io.painchain.connector.measure.RateLimitTracking;
import io.painchain.connector.measure.SyncMetrics;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.github.api.ApiUrl;
import io.painchain.github.api.GitHubLimits;
import io.painchain.github.auth.TokenProviders;
import io.painchain.github.config.ConnectorSettings;
import io.painchain.github.integration.ConnectorContext;
import io.painchain.github.integration.GitHub;

/** The connector as its process builds it, but for threads and the pace, which would take the machine's time. */
final class Connector implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int USUAL_PACE = 600;
    private static final int AS_FAST_AS_CAN_BE = 10_000_000;

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Workers workers = new Workers(THREADS);
    private final IntegrationPoller poller;

    /** Without a pace: what a cycle asks for is asked at once. */
    Connector(URI backendApi, String key, Clock clock) {
        this(backendApi, key, clock, AS_FAST_AS_CAN_BE, GitHubLimits.unpaced(clock), Optional.empty());
    }

    /** At the pace of the process, by a time that is waited for. */
    static Connector waiting(URI backendApi, String key, Clock clock, SimulatedTime time) {
        return new Connector(backendApi, key, clock, USUAL_PACE, GitHubLimits.budgets(clock, USUAL_PACE, time),
                Optional.of(time));
    }

    private Connector(URI backendApi, String key, Clock clock, int pace, RateLimitBudgets budgets, Optional<Executor> threads) {
        ConnectorSettings settings = new ConnectorSettings(backendApi, key, Duration.ofSeconds(60), Duration.ofSeconds(30),
                pace, 50, Cadences.USUAL, ApiUrl.parse("http://127.0.0.1:1/api/v3"), Optional.empty(), "worker",
                false, false);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        HttpTransport transport = new HttpTransport(settings.requestTimeout(), HttpTransport.ANSWER_LIMIT);
        BackendClient backend = new BackendClient(backendApi, key, settings.requestTimeout());
        SyncMetrics syncs = new SyncMetrics("github", meters, clock, false);
        ConnectorContext context = new ConnectorContext(settings, transport, backend,
                new EventPublisher(backend, new Retry(Duration.ofMillis(1), 3), syncs::posted),
                new TokenProviders(transport, clock),
                budgets, new FairExecutor(threads.orElse(workers), 10), clock,
                new ApiMetrics("github", meters), syncs, new RateLimitTracking("github", backend, meters, clock),
                stopping::get);
        poller = GitHub.poller(context, ConnectorMetadata.load("github"), settings.worker());
    }

    /** Reads what is due, until all of it is stored. */
    void cycle() throws InterruptedException {
        poller.tick();
        workers.awaitAll();
    }

    /** Lets begin what is due. */
    void tick() {
        poller.tick();
    }

    @Override
    public void close() {
        stopping.set(true);
        workers.close();
    }
}
