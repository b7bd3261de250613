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
import io.painchain.gitlab.api.GitLabLimits;
import io.painchain.gitlab.api.ServerUrl;
import io.painchain.gitlab.config.ConnectorSettings;
import io.painchain.gitlab.integration.ConnectorContext;
import io.painchain.gitlab.integration.GitLab;

/** The connector of GitLab as its process builds it, but for threads and the pace. */
final class GitLabConnector implements AutoCloseable {

    private static final String TYPE = "gitlab";
    private static final int THREADS = 8;
    private static final int USUAL_PACE = 300;
    private static final int AS_FAST_AS_CAN_BE = 10_000_000;

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Workers workers = new Workers(THREADS);
    private final IntegrationPoller poller;

    /** Without a pace. @param sweep how often everything is compared */
    GitLabConnector(URI backendApi, String key, Clock clock, Duration sweep) {
        this(backendApi, key, clock, sweep, AS_FAST_AS_CAN_BE, GitLabLimits.unpaced(clock), Optional.empty());
    }

    /** At the pace of the process, by a time that is waited for. */
    static GitLabConnector waiting(URI backendApi, String key, Clock clock, SimulatedTime time) {
        return new GitLabConnector(backendApi, key, clock, Duration.ofHours(24), USUAL_PACE,
                GitLabLimits.budgets(clock, USUAL_PACE, time), Optional.of(time));
    }

    private GitLabConnector(URI backendApi, String key, Clock clock, Duration sweep, int pace, RateLimitBudgets budgets,
            Optional<Executor> threads) {
        Cadences cadences = new Cadences(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofSeconds(60), sweep, 60);
        ConnectorSettings settings = new ConnectorSettings(backendApi, key, Duration.ofSeconds(60), Duration.ofSeconds(30),
                pace, 1, cadences, ServerUrl.parse("http://127.0.0.1:1"), Optional.empty(), "worker", false);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        HttpTransport transport = new HttpTransport(settings.requestTimeout(), HttpTransport.ANSWER_LIMIT);
        BackendClient backend = new BackendClient(backendApi, key, settings.requestTimeout());
        SyncMetrics syncs = new SyncMetrics(TYPE, meters, clock, false);
        ConnectorContext context = new ConnectorContext(settings, transport, backend,
                new EventPublisher(backend, new Retry(Duration.ofMillis(1), 3), syncs::posted), budgets,
                new FairExecutor(threads.orElse(workers), 10), clock, new ApiMetrics(TYPE, meters), syncs,
                new RateLimitTracking(TYPE, backend, meters, clock), stopping::get);
        poller = GitLab.poller(context, ConnectorMetadata.load(TYPE), settings.worker());
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
